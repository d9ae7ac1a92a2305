import { asItStands, wordsOf } from '../analysis/fold.ts'

/** Classes of words that say the same in any language: class → words or short phrases; a final `~` stands for any ending. */
export type WordClasses = Record<string, string[]>

/** A word's place in a text, and the classes it belongs to. */
export type Item = { at: number; classes: string[] }

/** Which classes each word of a text belongs to, in order; words of no class are left out. */
export type Reader = (words: string[]) => Item[]

/** What is written in classes, and which, of all that begins alike. */
type Written = { words: string[]; names: string[] }

/** What that comes to: whole words and phrases, beginnings, and the most words of a phrase by its first. */
type Lists = { exact: Map<string, string[]>; beginnings: [string, string][]; phrases: Map<string, number> }

/** Makes the function that reads classes. Thousands of words are sorted by their beginning; only those met are read. */
export function classReader(classes: WordClasses): Reader {
  const written = byHead(classes)
  const known = new Map<string, Lists>()
  const listsAt = (head: string): Lists | undefined => {
    const found = written.get(head)
    if (!found || known.has(head)) return known.get(head)
    const lists = listsOf(found)
    known.set(head, lists)
    return lists
  }
  return (words) => {
    const items: Item[] = []
    for (let at = 0; at < words.length; at++) {
      const lists = listsAt(headOf(words[at] as string))
      const found = lists ? classesAt(words, at, lists) : []
      if (found.length > 0) items.push({ at, classes: found })
    }
    return items
  }
}

function classesAt(words: string[], at: number, { exact, beginnings, phrases }: Lists): string[] {
  const word = words[at] as string
  const found: string[] = []
  take(found, exact.get(word))
  for (const [beginning, name] of beginnings) if (word.startsWith(beginning)) take(found, [name])
  const longest = Math.min(phrases.get(word) ?? 1, words.length - at)
  for (let length = 2; length <= longest; length++) take(found, exact.get(words.slice(at, at + length).join(' ')))
  return found
}

/** Adds names that are not there yet: a word is in few classes. */
function take(found: string[], names: string[] = []): void {
  for (const name of names) if (!found.includes(name)) found.push(name)
}

function byHead(classes: WordClasses): Map<string, Written> {
  const heads = new Map<string, Written>()
  for (const [name, words] of Object.entries(classes))
    for (const word of words) {
      const head = headOf(isPlain(word.charCodeAt(0)) && isPlain(word.charCodeAt(1)) ? word : folded(word))
      const there = heads.get(head)
      if (there) {
        there.words.push(word)
        there.names.push(name)
      } else heads.set(head, { words: [word], names: [name] })
    }
  return heads
}

/** The first two letters, or the one of a word of one letter. */
const headOf = (words: string): string => (words[1] === ' ' ? words.slice(0, 1) : words.slice(0, 2))

/** A letter or digit that folds to itself. */
const isPlain = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 48 && code <= 57)

/** A word or phrase as texts are read, without the sign of a beginning. What an apostrophe joins is read apart. */
function folded(word: string): string {
  const written = word.endsWith('~') ? word.slice(0, -1) : word
  return asItStands.test(written) ? written : wordsOf(written.replace(/['\u2019`]/g, ' '))
}

function listsOf({ words, names }: Written): Lists {
  const lists: Lists = { exact: new Map(), beginnings: [], phrases: new Map() }
  for (const [at, word] of words.entries()) {
    const name = names[at] as string
    const plain = folded(word)
    const others = lists.exact.get(plain)
    if (word.endsWith('~')) lists.beginnings.push([plain, name])
    else if (others) others.push(name)
    else lists.exact.set(plain, [name])
    const [first = '', ...more] = plain.split(' ')
    if (more.length > 0) lists.phrases.set(first, Math.max(lists.phrases.get(first) ?? 1, more.length + 1))
  }
  return lists
}
