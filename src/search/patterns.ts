import { wordsOf } from './analysis/fold.ts'

export { wordsOf } from './analysis/fold.ts'

/**
 * Phrases compiled to one test. In a phrase `*` stands for up to three words; words match from their beginning with a
 * final `~`; what is elided (`l'adresse`) may be left out or stand apart.
 */
export type PhraseTest = (words: string) => boolean
/** Names of the groups of which a text holds a phrase. */
export type PhraseFinder = (words: string) => Set<string>

/**
 * Phrases by their first word, those of a whole word and those of a beginning: word → `name|phrase|phrase;name|phrase`.
 * There are thousands, and a text holds the first word of a few: only these are taken apart.
 */
export type PhraseHeads = Record<'whole' | 'beginning', Record<string, string>>

type Piece = { word: string; kind: 'whole' | 'beginning' | 'gap' | 'elided' }
type Phrase = { name: string; written: string; pieces?: Piece[] }

/** Words that a `*` may stand for. */
const widestGap = 3
const gap: Piece = { word: '*', kind: 'gap' }

/** A test on folded words joined by single spaces. */
export function phraseTest(phrases: string[]): PhraseTest {
  const find = phraseFinder([['', phrases]])
  return (words) => find(words).size > 0
}

/** Groups of phrases compiled to one look at folded words joined by single spaces. */
export const phraseFinder = (groups: Iterable<[string, string[]]>): PhraseFinder => finderOf(phraseHeads(groups))

/**
 * The same of phrases that were sorted before. Only those whose first word is met are followed further, and gaps are
 * short: the time grows with the text, whatever it holds.
 */
export function finderOf({ whole, beginning }: PhraseHeads): PhraseFinder {
  const lengths = lengthsByLetter(Object.keys(beginning))
  const [wholeAt, beginningAt] = [reader(whole), reader(beginning)]
  return (text) => {
    const words = text.split(' ')
    const found = new Set<string>()
    const follow = (candidates: Phrase[], at: number): void => {
      for (const phrase of candidates) {
        if (found.has(phrase.name)) continue
        phrase.pieces ??= piecesOf(phrase.written)
        if (matches(phrase.pieces, 1, words, at + 1)) found.add(phrase.name)
      }
    }
    words.forEach((word, at) => {
      follow(wholeAt(word), at)
      for (const length of lengths.get(word.charAt(0)) ?? [])
        if (length <= word.length) follow(beginningAt(word.slice(0, length)), at)
    })
    return found
  }
}

/** Phrases of a first word, read when it is met. */
function reader(heads: Record<string, string>): (word: string) => Phrase[] {
  const known = new Map<string, Phrase[]>()
  return (word) => {
    const there = known.get(word)
    if (there || !Object.hasOwn(heads, word)) return there ?? []
    const read = (heads[word] as string).split(';').flatMap((line) => {
      const [name = '', ...phrases] = line.split('|')
      return phrases.map((written): Phrase => ({ name, written }))
    })
    known.set(word, read)
    return read
  }
}

/** How long the beginnings are that begin with a letter. */
function lengthsByLetter(beginnings: Iterable<string>): Map<string, Set<number>> {
  const lengths = new Map<string, Set<number>>()
  for (const beginning of beginnings) {
    const letter = beginning.charAt(0)
    const known = lengths.get(letter) ?? new Set()
    lengths.set(letter, known.add(beginning.length))
  }
  return lengths
}

/** Sorts groups of phrases by their first word. The signs that part them in the result mean nothing in a phrase. */
export function phraseHeads(groups: Iterable<[string, string[]]>): PhraseHeads {
  const met = { whole: new Map<string, string>(), beginning: new Map<string, string>() }
  for (const [name, phrases] of groups) {
    const own = { whole: new Map<string, string[]>(), beginning: new Map<string, string[]>() }
    for (const written of phrases) {
      const phrase = written.replace(/[|;]/g, ' ')
      const { word, kind } = firstPiece(phrase) ?? gap
      if (kind === 'whole' || kind === 'beginning') own[kind].set(word, [...(own[kind].get(word) ?? [name]), phrase])
    }
    for (const kind of ['whole', 'beginning'] as const)
      for (const [word, parts] of own[kind])
        met[kind].set(word, [...(met[kind].has(word) ? [met[kind].get(word)] : []), parts.join('|')].join(';'))
  }
  return { whole: Object.fromEntries(met.whole), beginning: Object.fromEntries(met.beginning) }
}

/** Whether the pieces from `piece` on are met by the words from `word` on. */
function matches(pieces: Piece[], piece: number, words: string[], word: number): boolean {
  const wanted = pieces[piece]
  if (!wanted) return true
  if (wanted.kind === 'gap') {
    for (let skipped = 0; skipped <= widestGap; skipped++)
      if (matches(pieces, piece + 1, words, word + skipped)) return true
    return false
  }
  const found = words[word]
  if (wanted.kind === 'elided') return matches(pieces, piece + 1, words, found === wanted.word ? word + 1 : word)
  if (found === undefined) return false
  const fits = wanted.kind === 'whole' ? found === wanted.word : found.startsWith(wanted.word)
  return fits && matches(pieces, piece + 1, words, word + 1)
}

/** Most phrases are written as they are read: they need no folding. */
const plain = /^[a-z0-9*~]+(?: [a-z0-9*~]+)*$/
const elision = /^([cdjlmnst]|qu|jusqu|lorsqu)['\u2019](?=.)/iu

/** The first word of a phrase, as its pieces hold it. */
function firstPiece(phrase: string): Piece | undefined {
  if (phrase.startsWith('*') || !plain.test(phrase)) return piecesOf(phrase)[0]
  const blank = phrase.indexOf(' ')
  return pieceOf(blank < 0 ? phrase : phrase.slice(0, blank))
}

/** Words and gaps of a phrase, from its first word to its last. A phrase without a word is met nowhere. */
function piecesOf(phrase: string): Piece[] {
  const pieces = plain.test(phrase) ? phrase.split(' ').map(pieceOf) : phrase.split(/\s+/).flatMap(foldedPieces)
  const isWord = ({ kind }: Piece): boolean => kind === 'whole' || kind === 'beginning'
  const first = pieces.findIndex(isWord)
  return first < 0 ? [] : pieces.slice(first, pieces.findLastIndex(isWord) + 1)
}

function pieceOf(word: string): Piece {
  if (word === '*') return gap
  return word.endsWith('~') ? { word: word.slice(0, -1), kind: 'beginning' } : { word, kind: 'whole' }
}

/** What a word folds to; of several words only the last may be a beginning. */
function foldedPieces(word: string): Piece[] {
  if (word === '*') return [gap]
  const [, article] = elision.exec(word) ?? []
  if (article) return [{ word: article.toLowerCase(), kind: 'elided' }, ...foldedPieces(word.slice(article.length + 1))]
  const parts = wordsOf(word.endsWith('~') ? word.slice(0, -1) : word)
    .split(' ')
    .filter(Boolean)
  return parts.map((part, at) => pieceOf(word.endsWith('~') && at === parts.length - 1 ? `${part}~` : part))
}
