import type { Document } from './documents.ts'
import type { Engine } from './engine.ts'

/** What no search can be faster than: split the question into words, look each up, and count. */
export const floor: Engine = {
  name: 'the floor: split into words and look up',
  build: (documents: Document[]) => {
    const postings = new Map<string, number[]>()
    for (const [at, { title, text }] of documents.entries()) {
      for (const word of new Set(words(`${title} ${text}`))) {
        const known = postings.get(word)
        if (known) known.push(at)
        else postings.set(word, [at])
      }
    }
    return (text) => {
      const rarest = words(text).reduce<number[]>((best, word) => {
        const found = postings.get(word)
        return found && (best.length === 0 || found.length < best.length) ? found : best
      }, [])
      return rarest.slice(0, 3).map((at) => documents[at]?.id ?? '')
    }
  },
}

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
