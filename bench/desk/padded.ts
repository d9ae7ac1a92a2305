import { packParts, unpackParts } from '../../src/search/packed.ts'
import { packTyped, type TypedWords, unpackTyped } from '../../src/search/typed/typed-index.ts'

/** Content of a desk as it is served: parts behind one number. */
const magic = 0x4c4b5744
const most = 20

/**
 * The content of a desk with invented pages beside its own, up to so many: names of four words of two or three
 * syllables, from a fixed series. They are found and weighed like the others, and lead nowhere.
 */
export function padded(bytes: Uint8Array, entries: number): Uint8Array {
  const next = unpackParts(magic, bytes)
  const parts: Uint8Array[] = []
  for (let at = 0; at < most; at += 1) {
    const part = attempt(() => next())
    if (!part) break
    parts.push(attempt(() => grown(part, entries)) ?? part)
  }
  return packParts(magic, parts)
}

function grown(bytes: Uint8Array, entries: number): Uint8Array {
  const { labels, words, postings } = unpackTyped(bytes)
  const found: TypedWords = new Map(
    words.map((word, at) => {
      const { labels, weights } = postings(at)
      return [word, new Map([...labels].map((label, nth) => [label, weights[nth] ?? 1]))]
    }),
  )
  const all = [...labels]
  for (let nth = labels.length; nth < entries; nth += 1) {
    all.push(`service:bench/${nth}`)
    for (let word = 0; word < 4; word += 1) {
      const name = invented(nth * 4 + word)
      found.set(name, (found.get(name) ?? new Map()).set(nth, 9))
    }
  }
  return packTyped(all, found)
}

const syllables = ['be', 'ka', 'ver', 'ge', 'lo', 'dat', 'wij', 'ste', 'ri', 'on', 'huis', 'pa', 'ning', 'vra', 'toe']

/** A word of its own for every number, or nearly. */
function invented(number: number): string {
  let left = (number * 2_654_435_761) % 4_294_967_296
  const parts = Array.from({ length: 2 + (number % 2) }, () => {
    const syllable = syllables[left % syllables.length] ?? ''
    left = Math.floor(left / syllables.length)
    return syllable
  })
  return parts.join('')
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}
