import { asItStands, wordsOf } from '../analysis/fold.ts'

/** Classes of words that say the same in any language: class → words or short phrases; a final `~` stands for any ending. */
export type WordClasses = Record<string, string[]>

/** A word's place in a text, and the classes it belongs to. */
export type Item = { at: number; classes: string[] }

/** Which classes each word of a text belongs to, in order; words of no class are left out. */
export type Reader = (words: string[]) => Item[]

/**
 * Classes by how their words begin: head → `class|word|word;class|word`. There are thousands of words, and a message
 * meets a few heads: so they are sorted when content is compiled, and of each head the text is read when it is met.
 */
export type WordHeads = Record<string, string>

/** What that comes to: whole words and phrases, beginnings, and the most words of a phrase by its first. */
type Lists = { exact: Map<string, string[]>; beginnings: [string, string][]; phrases: Map<string, number> }

/** Makes the function that reads classes. */
export function classReader(heads: WordHeads): Reader {
  const known = new Map<string, Lists>()
  const listsAt = (head: string): Lists | undefined => {
    if (known.has(head) || !Object.hasOwn(heads, head)) return known.get(head)
    const lists = listsOf(heads[head] as string)
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

/** Sorts classes by how their words begin. @throws when a word holds a sign that parts them. */
export function headsOf(classes: WordClasses): WordHeads {
  const heads = new Map<string, Map<string, string[]>>()
  for (const [name, words] of Object.entries(classes))
    for (const word of words) {
      if (/[|;]/.test(word)) throw new Error(`${name}: a word of a class holds | or ;`)
      const head = headOf(folded(word))
      const found = heads.get(head) ?? new Map<string, string[]>()
      heads.set(head, found.set(name, [...(found.get(name) ?? []), word]))
    }
  const written = (found: Map<string, string[]>): string =>
    [...found].map(([name, words]) => [name, ...words].join('|')).join(';')
  return Object.fromEntries([...heads].map(([head, found]) => [head, written(found)]))
}

/** The first two letters, or the one of a word of one letter. */
const headOf = (words: string): string => (words[1] === ' ' ? words.slice(0, 1) : words.slice(0, 2))

/** A word or phrase as texts are read, without the sign of a beginning. What an apostrophe joins is read apart. */
function folded(word: string): string {
  const written = word.endsWith('~') ? word.slice(0, -1) : word
  return asItStands.test(written) ? written : wordsOf(written.replace(/['\u2019`]/g, ' '))
}

function listsOf(written: string): Lists {
  const lists: Lists = { exact: new Map(), beginnings: [], phrases: new Map() }
  for (const line of written.split(';')) {
    const [name = '', ...words] = line.split('|')
    for (const word of words) list(lists, word, name)
  }
  return lists
}

function list({ exact, beginnings, phrases }: Lists, word: string, name: string): void {
  const plain = folded(word)
  const others = exact.get(plain)
  if (word.endsWith('~')) beginnings.push([plain, name])
  else if (others) others.push(name)
  else exact.set(plain, [name])
  const [first = '', ...more] = plain.split(' ')
  if (more.length > 0) phrases.set(first, Math.max(phrases.get(first) ?? 1, more.length + 1))
}
