import type { Analysis } from '../analysis/analyse.ts'
import { asItStands, wordsOf } from '../analysis/fold.ts'
import { type Features, features, featuresOfTexts, mixed } from './features.ts'

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
    const word = words[from] ?? ''
    const found = new Set(exact.get(word))
    for (const [beginning, name] of beginnings.get(word.slice(0, head)) ?? [])
      if (word.startsWith(beginning)) found.add(name)
    const longest = Math.min(phrases.get(word) ?? 1, words.length - from)
    for (let length = 2; length <= longest; length++)
      for (const name of exact.get(words.slice(from, from + length).join(' ')) ?? []) found.add(name)
    return [...found]
  }
  return (words) =>
    words.map((_, from) => ({ at: from, classes: at(words, from) })).filter((item) => item.classes.length > 0)
}

/**
 * What is said whoever's words it is said in: classes, and two or three of them in order (`partner>hit>me`), each with its
 * weight.
 */
function* frames(items: Item[]): Generator<[frame: string, weight: number]> {
  for (const [i, item] of items.entries()) {
    const after = items.slice(i + 1, endOf(items, i, near))
    for (const a of item.classes) {
      yield [a, weights.one]
      for (const other of after) for (const b of other.classes) yield [`${a}>${b}`, weights.two]
    }
    for (let j = 0; j < Math.min(2, after.length); j++)
      for (let k = j + 1; k < Math.min(j + 3, after.length); k++) yield* three(item, after[j], after[k])
  }
}

type Item = { at: number; classes: string[] }

/** Position of the first item that is too far behind one. */
function endOf(items: Item[], from: number, reach: number): number {
  const start = items[from]?.at ?? 0
  let end = from + 1
  while (end < items.length && (items[end] as Item).at - start <= reach) end++
  return end
}

function* three(first: Item, second: Item | undefined, third: Item | undefined): Generator<[string, number]> {
  if (!second || !third || third.at - first.at > nearThree) return
  for (const a of first.classes)
    for (const b of second.classes) for (const c of third.classes) yield [`${a}>${b}>${c}`, weights.three]
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
    [featuresOfTexts(frames(read(words)), seed), shares.classes],
  ])
}

const joined = /['\u2019`]/
const apart = (text: string): string => text.replace(/['\u2019`]/g, ' ')
