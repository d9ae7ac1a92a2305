import { buckets, type Features } from '../../search/linear/features.ts'
import type { LinearModel } from '../../search/linear/model.ts'
import { type Competition, orderLabels, rivalsByCity } from './competition.ts'
import { type Dense, denseStep } from './dense.ts'
import { random } from './random.ts'
import { rounded } from './round.ts'
import { fewer, sparseOf, sparseStep } from './sparse.ts'
import type { Step } from './step.ts'

/** `variants` are other forms of the same example: each epoch takes one of them at random. */
export type Example = { variants: Features[]; label: string; weight?: number }
export type Training = Competition & {
  epochs: number
  rate: number
  /** Weights that stay. */
  keep: number
  seed: number
}

/** Shares of the right label from which an example is looked at only every other epoch, and only every fourth. */
const surely = 0.97
const quiteSurely = 0.995

/** Shares of the epochs after which light weights go: those that hardly moved early, then all but those that are kept. */
const sieveAfter = 0.1
const pruneAfter = 0.6
/** Weights that pass the sieve, for each that is kept. */
const sieved = 3

/**
 * Multinomial logistic regression by stochastic gradient descent, of which only the `keep` heaviest weights stay, in
 * 8 bits: what goes early leaves the others time to make up for it. The same examples in the same order give the same bytes.
 */
export function trainLinear(examples: Example[], training: Training): LinearModel {
  const { epochs, keep } = training
  const { labels, shared } = orderLabels(examples, training)
  const lesson = lessonOf(examples, labels, shared, training)
  const dense: Dense = { weights: new Float32Array(buckets * labels.length), bias: new Float32Array(labels.length) }
  const sieve = Math.ceil(epochs * sieveAfter)
  const prune = Math.ceil(epochs * pruneAfter)
  for (let epoch = 0; epoch < sieve; epoch++) lesson(epoch, (features, step) => denseStep(dense, features, step))
  let sparse = sparseOf(dense, keep * sieved)
  const learn = (from: number, to: number): void => {
    for (let epoch = from; epoch < to; epoch++) lesson(epoch, (features, step) => sparseStep(sparse, features, step))
  }
  learn(sieve, prune)
  sparse = fewer(sparse, keep)
  learn(prune, epochs)
  return rounded(labels, fewer(sparse, keep))
}

type Learner = (features: Features, step: Step) => number

/** Goes over all examples once, in a new order each time, and lets `learn` take a step for each. */
function lessonOf(
  examples: Example[],
  labels: string[],
  shared: number,
  training: Training,
): (epoch: number, learn: Learner) => void {
  const { epochs, seed } = training
  const position = new Map(labels.map((label, at) => [label, at]))
  const rivals = rivalsByCity(labels, shared, training)
  const every = new Uint8Array(examples.length).fill(1)
  const next = random(seed)
  const order = [...examples.keys()]
  const room = { shared, scores: new Float32Array(labels.length), wrong: new Uint16Array(labels.length) }
  return (epoch, learn) => {
    shuffle(order, next)
    const rate = training.rate * (1 - (0.9 * epoch) / epochs)
    for (const at of order) {
      const { variants, label, weight = 1 } = examples[at] as Example
      const variant = variants[Math.floor(next() * variants.length)]
      const choices = rivals.get(label) ?? []
      const others = choices[Math.floor(next() * choices.length)] ?? new Uint16Array()
      if (!variant || epoch % (every[at] as number) !== 0) continue
      const share = learn(variant, { ...room, label: position.get(label) ?? 0, weight, rate, others })
      every[at] = share > quiteSurely ? 4 : share > surely ? 2 : 1
    }
  }
}

function shuffle(order: number[], next: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(next() * (at + 1))
    ;[order[at], order[other]] = [order[other] as number, order[at] as number]
  }
}
