import type { Analysis } from '../analysis/analyse.ts'
import { begin, extendBy, type Features, features, featuresFrom, mixed } from './features.ts'
import type { Item, Reader } from './word-classes.ts'

/** Words that two classes may be apart, and three. */
const near = 8
const nearThree = 7
const weights = { one: 1, two: 0.7, three: 0.5 }
const seed = 77

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
/** What an apostrophe joins, in two. */
export const apart = (text: string): string => text.replace(/['\u2019`]/g, ' ')
