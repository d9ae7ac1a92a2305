import type { Analysis } from '../analysis/analyse.ts'
import { wordsOf } from '../analysis/fold.ts'
import { bucketOfText, type Features, features } from './features.ts'

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
type Lists = { exact: Map<string, string[]>; beginnings: Map<string, [string, string][]>; longest: number }

function listsOf(classes: WordClasses): Lists {
  const lists: Lists = { exact: new Map(), beginnings: new Map(), longest: 1 }
  const put = <Value>(into: Map<string, Value[]>, key: string, value: Value): void => {
    const there = into.get(key)
    if (there) there.push(value)
    else into.set(key, [value])
  }
  for (const [name, words] of Object.entries(classes)) {
    for (const word of words) {
      const isBeginning = word.endsWith('~')
      const plain = wordsOf(apart(isBeginning ? word.slice(0, -1) : word))
      if (isBeginning) put(lists.beginnings, plain.slice(0, head), [plain, name])
      else put(lists.exact, plain, name)
      if (plain.includes(' ')) lists.longest = Math.max(lists.longest, plain.split(' ').length)
    }
  }
  return lists
}

/** Makes the function that reads classes; made once, for the classes are many. */
export function classReader(classes: WordClasses): Reader {
  const { exact, beginnings, longest } = listsOf(classes)
  const at = (words: string[], from: number): string[] => {
    const word = words[from] ?? ''
    const found = new Set(exact.get(word))
    for (const [beginning, name] of beginnings.get(word.slice(0, head)) ?? [])
      if (word.startsWith(beginning)) found.add(name)
    for (let length = 2; length <= longest && from + length <= words.length; length++)
      for (const name of exact.get(words.slice(from, from + length).join(' ')) ?? []) found.add(name)
    return [...found]
  }
  return (words) =>
    words.map((_, from) => ({ at: from, classes: at(words, from) })).filter((item) => item.classes.length > 0)
}

/**
 * Sparse features of what is said whoever's words it is said in: classes, and two or three of them in order
 * (`partner>hit>me`). Values are normalised to length 1; keys are buckets of the same space as the other features.
 */
function frames(read: Reader, words: string[]): Map<number, number> {
  const items = read(words)
  const found = new Map<number, number>()
  const add = (key: string, value: number): void => {
    const bucket = bucketOfText(key, seed)
    found.set(bucket, Math.max(found.get(bucket) ?? 0, value))
  }
  items.forEach((item, i) => {
    const after = items.slice(i + 1).filter((other) => other.at - item.at <= near)
    for (const a of item.classes) {
      add(a, weights.one)
      for (const other of after) for (const b of other.classes) add(`${a}>${b}`, weights.two)
    }
    for (let j = 0; j < Math.min(2, after.length); j++)
      for (let k = j + 1; k < Math.min(j + 3, after.length); k++) addThree(item, after[j], after[k], add)
  })
  const length = Math.hypot(...found.values()) || 1
  return new Map([...found].map(([bucket, value]) => [bucket, value / length]))
}

type Item = { at: number; classes: string[] }

function addThree(
  first: Item,
  second: Item | undefined,
  third: Item | undefined,
  add: (key: string, value: number) => void,
) {
  if (!second || !third || third.at - first.at > nearThree) return
  for (const a of first.classes)
    for (const b of second.classes) for (const c of third.classes) add(`${a}>${b}>${c}`, weights.three)
}

/** How much the words themselves weigh, and how much their classes. */
const shares = { words: 0.6, classes: 0.8 }

/**
 * What the model of danger reads: the words as they stand, and the classes they belong to. What an apostrophe joins is
 * read apart, for it holds who does what to whom ("il m'a").
 */
export function dangerFeatures(text: string, analyse: (text: string) => Analysis, read: Reader): Features {
  const found = new Map<number, number>()
  const analysis = analyse(text)
  const { keys, values } = features(analysis)
  for (let at = 0; at < keys.length; at++) found.set(keys[at] as number, shares.words * (values[at] as number))
  for (const [bucket, value] of frames(read, joined.test(text) ? analyse(apart(text)).words : analysis.words))
    found.set(bucket, (found.get(bucket) ?? 0) + shares.classes * value)
  return { keys: Uint16Array.from(found.keys()), values: Float32Array.from(found.values()) }
}

const joined = /['’`]/
const apart = (text: string): string => text.replace(/['’`]/g, ' ')
