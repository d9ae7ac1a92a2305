import { scoresBy } from './encoder/encode.ts'
import type { Task } from './encoder/encoder.ts'
import type { Features } from './linear/features.ts'
import { type LinearModel, score } from './linear/model.ts'
import type { Search } from './search-index.ts'

/** How much the encoder counts beside a linear model, of 1. */
const share = 0.5

/** What each of the two says, label by label of the model; the encoder on the level of the model. */
export type Voices = { model: Float32Array; encoder: Float32Array }

/**
 * What a linear model and the encoder say of a text: a score for each label of the model; higher is likelier. Only
 * differences mean something. Of a label that the encoder did not learn yet it says what the model says.
 */
export function voices(task: Task, text: string, search: Search, linear: LinearModel, features: Features): Voices {
  const model = score(linear, features)
  const head = search.encoder.heads.get(task)
  if (!head || search.without?.has('encoder')) return { model, encoder: model }
  const places = placesOf(linear, head.labels)
  const scores = scoresBy(head, search.encode(text))
  const level = levelOf(model) - levelOf(scores)
  const encoder = model.map((own, at) => {
    const place = places[at] as number
    return place < 0 ? own : (scores[place] as number) + level
  })
  return { model, encoder }
}

/** The two together. */
export function together({ model, encoder }: Voices): Float32Array {
  return model.map((one, at) => (1 - share) * one + share * (encoder[at] as number))
}

/** What both together say of a text. */
export const told = (task: Task, text: string, search: Search, linear: LinearModel, features: Features): Float32Array =>
  together(voices(task, text, search, linear, features))

const found = new WeakMap<LinearModel, Int32Array>()

/** Where the labels of a model stand in a head; -1 for one that it does not have. */
function placesOf(model: LinearModel, labels: string[]): Int32Array {
  const known = found.get(model)
  if (known) return known
  const at = new Map(labels.map((label, place) => [label, place]))
  const places = Int32Array.from(model.labels, (label) => at.get(label) ?? -1)
  found.set(model, places)
  return places
}

/** Logarithm of the sum of what scores stand for. */
function levelOf(scores: Float32Array): number {
  let top = -Infinity
  for (const one of scores) if (one > top) top = one
  let sum = 0
  for (const one of scores) sum += Math.exp(one - top)
  return top + Math.log(sum)
}
