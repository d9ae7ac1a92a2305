import { fold, tokens } from './analysis/fold.ts'

/** Phrases compiled to one test. In a phrase `*` stands for up to three words; words match from their beginning with a final `~`. */
export type PhraseTest = (words: string) => boolean

const quoted = (word: string): string => word.replace(/[.+?^${}()|[\]\\]/g, '\\$&')

/** A test on folded words joined by single spaces. Linear: words are bounded and gaps are short. */
export function phraseTest(phrases: string[]): PhraseTest {
  if (phrases.length === 0) return () => false
  const one = (phrase: string): string =>
    phrase
      .split(/\s+/)
      .map((word) => {
        if (word === '*') return '(?:\\S+ ){0,3}?'
        const open = word.endsWith('~')
        const plain = tokens(fold(open ? word.slice(0, -1) : word)).join(' ')
        return `${quoted(plain)}${open ? '\\S*' : ''} `
      })
      .join('')
  const pattern = new RegExp(`(?:^| )(?:${phrases.map(one).join('|')})`)
  return (words) => pattern.test(`${words} `)
}

/** Folded words of a text, joined by single spaces: what a phrase test reads. */
export const wordsOf = (text: string): string => tokens(fold(text)).join(' ')
