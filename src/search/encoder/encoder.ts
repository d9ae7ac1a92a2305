/**
 * A small convolutional encoder of texts, learned for all tasks together (Kim 2014; word vectors from letters after
 * Bojanowski et al. 2017): a word is the mean of what its letters and the sum of what its classes stand for; filters over
 * one word and over three keep the most that any place of the text gives them.
 */
export type Encoder = {
  /** Numbers a word comes to. */
  width: number
  /** Filters over one word, and as many over three. */
  filters: number
  /** For each row of the table of letters `width` steps; `tableScale` is what a step stands for. */
  table: Int8Array | Float32Array
  tableScale: number
  /** Classes of words by name, each with its row of `classVectors`. */
  classes: Map<string, number>
  classVectors: Float32Array
  /** For each filter `width` numbers, and three times as many. */
  one: Float32Array
  oneBias: Float32Array
  three: Float32Array
  threeBias: Float32Array
  /** What each number of an encoded text is multiplied by and what is added, once they are brought to mean 0 and variance 1. */
  gain: Float32Array
  shift: Float32Array
  heads: Map<Task, Head>
}

/** What is told of a text: each task has its labels. */
export const tasks = ['intent', 'crisis', 'asked-fact', 'contact-type', 'outside'] as const
export type Task = (typeof tasks)[number]

/** What a task makes of an encoded text: for each of its numbers a weight a label. */
export type Head = { labels: string[]; weights: Float32Array; bias: Float32Array }

/** Numbers of an encoded text: its words added up, then each filter. */
export const encodedSize = ({ width, filters }: { width: number; filters: number }): number => width + 2 * filters
