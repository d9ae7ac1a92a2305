import type { Analysis } from '../analysis/analyse.ts'
import { asItStands, wordsOf } from '../analysis/fold.ts'
import { begin, extendBy, type Features, features, featuresFrom, mixed } from './features.ts'

/** Classes of words that say the same in any language: class → words or short phrases; a final `~` stands for any ending. */
export type WordClasses = Record<string, string[]>

/** Which classes each word of a text belongs to, in order; words of no class are left out. */
export type Reader = (words: string[]) => { at: number; classes: string[] }[]

/** Words that two classes may be apart, and three. */
const near = 8
const nearThree = 7
const weights = { one: 1, two: 0.7, three: 0.5 }
const seed = 77

/** Letters by which beginnings are looked up. */
const head = 2

/** What the words of the classes come to: whole words and phrases, and beginnings by their first letters. */
type Lists = {
  exact: Map<string, string[]>
  beginnings: Map<string, [string, string][]>
  /** First word of phrases, with the most words of one. */
  phrases: Map<string, number>
}

function listsOf(classes: WordClasses): Lists {
  const lists: Lists = { exact: new Map(), beginnings: new Map(), phrases: new Map() }
  const put = <Value>(into: Map<string, Value[]>, key: string, value: Value): void => {
    const there = into.get(key)
    if (there) there.push(value)
    else into.set(key, [value])
  }
  for (const [name, words] of Object.entries(classes)) {
    for (const word of words) {
      const isBeginning = word.endsWith('~')
      const written = isBeginning ? word.slice(0, -1) : word
      const plain = asItStands.test(written) ? written : wordsOf(apart(written))
      if (isBeginning) put(lists.beginnings, plain.slice(0, head), [plain, name])
      else put(lists.exact, plain, name)
      const blank = plain.indexOf(' ')
      if (blank < 0) continue
      const first = plain.slice(0, blank)
      lists.phrases.set(first, Math.max(lists.phrases.get(first) ?? 1, plain.split(' ').length))
    }
  }
  return lists
}

/** Makes the function that reads classes; made once, for the classes are many. */
export function classReader(classes: WordClasses): Reader {
  const { exact, beginnings, phrases } = listsOf(classes)
  const at = (words: string[], from: number): string[] => {
    const word = words[from] as string
    const found: string[] = []
    take(found, exact.get(word))
    for (const [beginning, name] of beginnings.get(word.slice(0, head)) ?? [])
      if (word.startsWith(beginning)) take(found, [name])
    const longest = Math.min(phrases.get(word) ?? 1, words.length - from)
    for (let length = 2; length <= longest; length++) take(found, exact.get(words.slice(from, from + length).join(' ')))
    return found
  }
  return (words) => {
    const items: Item[] = []
    for (let from = 0; from < words.length; from++) {
      const found = at(words, from)
      if (found.length > 0) items.push({ at: from, classes: found })
    }
    return items
  }
}

/** Adds names that are not there yet: a word is in few classes. */
function take(found: string[], names: string[] = []): void {
  for (const name of names) if (!found.includes(name)) found.push(name)
}

type Item = { at: number; classes: string[] }
type Add = (hash: number, weight: number) => void

/**
 * What is said whoever's words it is said in: classes, and two or three of them in order (`partner>hit>me`), each with its
 * weight. They are hashed a class at a time: most share their beginning with others.
 */
function addFrames(items: Item[], add: Add): void {
  for (const [i, item] of items.entries()) {
    const end = endOf(items, i, near)
    const last = Math.min(end, items.length)
    for (const a of item.classes) {
      const first = extendBy(begin(seed), a)
      add(first, weights.one)
      for (let j = i + 1; j < last; j++) addBehind(first, items[j] as Item, weights.two, add)
    }
    for (let j = i + 1; j < Math.min(i + 3, last); j++)
      for (let k = j + 1; k < Math.min(j + 3, last); k++) addThree(item, items[j] as Item, items[k] as Item, add)
  }
}

/** What was said, and behind it each class of an item. */
function addBehind(said: number, { classes }: Item, weight: number, add: Add): void {
  for (const name of classes) add(extendBy(extendBy(said, '>'), name), weight)
}

/** Position of the first item that is too far behind one. */
function endOf(items: Item[], from: number, reach: number): number {
  const start = items[from]?.at ?? 0
  let end = from + 1
  while (end < items.length && (items[end] as Item).at - start <= reach) end++
  return end
}

function addThree(first: Item, second: Item, third: Item, add: Add): void {
  if (third.at - first.at > nearThree) return
  for (const a of first.classes)
    for (const b of second.classes)
      addBehind(extendBy(extendBy(extendBy(begin(seed), a), '>'), b), third, weights.three, add)
}

/** How much the words themselves weigh, and how much their classes. */
const shares = { words: 0.6, classes: 0.8 }

/**
 * What the model of danger reads: the words as they stand, and the classes they belong to. What an apostrophe joins is
 * read apart, for it holds who does what to whom ("il m'a").
 */
export function dangerFeatures(text: string, analyse: (text: string) => Analysis, read: Reader): Features {
  const analysis = analyse(text)
  const words = joined.test(text) ? analyse(apart(text)).words : analysis.words
  return mixed([
    [features(analysis), shares.words],
    [featuresFrom((add) => addFrames(read(words), add)), shares.classes],
  ])
}

const joined = /['\u2019`]/
const apart = (text: string): string => text.replace(/['\u2019`]/g, ' ')
