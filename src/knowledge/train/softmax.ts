import { buckets, type Features } from '../../search/linear/features.ts'
import { type LinearModel, modelOf, weightSteps } from '../../search/linear/model.ts'
import { random } from './random.ts'

/** `variants` are other forms of the same example: each epoch takes one of them at random. */
export type Example = { variants: Features[]; label: string; weight?: number }
export type Training = {
  epochs: number
  rate: number
  /** Weights that stay. */
  keep: number
  seed: number
  /** Label → cities in which it exists; absent: everywhere. Labels of different cities never compete. */
  cities?: Record<string, string[]>
  /** Labels that only compete when one of them is right: they are candidates only when a message calls for them. */
  aside?: (label: string) => boolean
}

/** Share of the right label from which an example is looked at only every other epoch. */
const surely = 0.97

/** Share of the epochs after which light weights go for good; in the rest the others make up for them. */
const pruneAfter = 0.6

/**
 * Multinomial logistic regression by stochastic gradient descent; then only the `keep` heaviest weights stay, in 8 bits.
 * The same examples in the same order give the same bytes.
 */
export function trainLinear(examples: Example[], training: Training): LinearModel {
  const { labels, shared } = orderLabels(examples, training)
  const position = new Map(labels.map((label, at) => [label, at]))
  const count = labels.length
  const weights = new Float32Array(buckets * count)
  const bias = new Float32Array(count)
  const rows = examples.map(({ variants, label, weight = 1 }) => ({
    variants,
    label: position.get(label) ?? 0,
    weight,
  }))
  const rivals = rivalsByCity(labels, shared, training)
  const sure = new Uint8Array(examples.length)
  const next = random(training.seed)
  const order = rows.map((_, at) => at)
  const scores = new Float32Array(count)
  const wrong = new Uint16Array(count)
  const pruning = Math.ceil(training.epochs * pruneAfter)
  for (let epoch = 0; epoch < training.epochs; epoch++) {
    if (epoch === pruning) dropLight(weights, training.keep)
    const frozen = epoch >= pruning
    shuffle(order, next)
    const rate = training.rate * (1 - (0.9 * epoch) / training.epochs)
    for (const at of order) {
      const { variants, label, weight } = rows[at] as (typeof rows)[number]
      const variant = variants[Math.floor(next() * variants.length)]
      if (!variant) continue
      const row: Row = { ...variant, label, weight }
      const choices = rivals.get(labels[row.label] ?? '') ?? []
      const others = choices[Math.floor(next() * choices.length)] ?? new Uint16Array()
      if (sure[at] === 1 && epoch % 2 === 1) continue
      const share = step(row, { weights, bias, scores, count, shared, others, rate, wrong, frozen })
      sure[at] = share > surely ? 1 : 0
    }
  }
  return prune(labels, weights, bias, training.keep)
}

type Row = Features & { label: number; weight: number }
type State = {
  weights: Float32Array
  bias: Float32Array
  scores: Float32Array
  count: number
  /** Labels that always compete come first: this many. */
  shared: number
  /** Further labels that compete in this step. */
  others: Uint16Array
  rate: number
  /** Room for the labels that a step changes. */
  wrong: Uint16Array
  /** Weights that are gone stay gone. */
  frozen: boolean
}

/** One step down the slope; gives the share of the right label before it. The hot loop of the build: plain indices only. */
function step({ keys, values, label, weight }: Row, state: State): number {
  const { weights, bias, scores, count, shared, others, rate, frozen, wrong } = state
  for (let l = 0; l < shared; l++) scores[l] = bias[l] as number
  for (let o = 0; o < others.length; o++) scores[others[o] as number] = bias[others[o] as number] as number
  for (let k = 0; k < keys.length; k++) {
    const base = (keys[k] as number) * count
    const value = values[k] as number
    for (let l = 0; l < shared; l++) (scores[l] as number) += value * (weights[base + l] as number)
    for (let o = 0; o < others.length; o++)
      (scores[others[o] as number] as number) += value * (weights[base + (others[o] as number)] as number)
  }
  const sum = exponentiate(scores, shared, others)
  const share = (scores[label] as number) / sum
  let changed = 0
  const settle = (l: number): void => {
    const error = (scores[l] as number) / sum - (l === label ? 1 : 0)
    if (Math.abs(error) < 1e-3) return
    scores[l] = error * rate * weight
    ;(bias[l] as number) -= (scores[l] as number) * 0.1
    wrong[changed++] = l
  }
  for (let l = 0; l < shared; l++) settle(l)
  for (let o = 0; o < others.length; o++) settle(others[o] as number)
  for (let k = 0; k < keys.length; k++) {
    const base = (keys[k] as number) * count
    const value = values[k] as number
    for (let w = 0; w < changed; w++) {
      const at = base + (wrong[w] as number)
      if (frozen && weights[at] === 0) continue
      ;(weights[at] as number) -= value * (scores[wrong[w] as number] as number)
    }
  }
  return share
}

/** Raises the competing scores to shares that still have to be divided by the sum it gives. */
function exponentiate(scores: Float32Array, shared: number, others: Uint16Array): number {
  let top = -Infinity
  for (let l = 0; l < shared; l++) if ((scores[l] as number) > top) top = scores[l] as number
  for (let o = 0; o < others.length; o++)
    if ((scores[others[o] as number] as number) > top) top = scores[others[o] as number] as number
  let sum = 0
  for (let l = 0; l < shared; l++) sum += scores[l] = Math.exp((scores[l] as number) - top)
  for (let o = 0; o < others.length; o++)
    sum += scores[others[o] as number] = Math.exp((scores[others[o] as number] as number) - top)
  return sum
}

/** Labels that exist everywhere and always compete come first, so that the hot loop runs over neighbours. */
function orderLabels(
  examples: Example[],
  { cities = {}, aside = () => false }: Training,
): { labels: string[]; shared: number } {
  const all = [...new Set(examples.map(({ label }) => label))].sort()
  const always = all.filter((label) => !cities[label] && !aside(label))
  return { labels: [...always, ...all.filter((label) => cities[label] || aside(label))], shared: always.length }
}

/** For each label the further labels it competes with: one set for each city in which it exists. */
function rivalsByCity(
  labels: string[],
  shared: number,
  { cities = {}, aside = () => false }: Training,
): Map<string, Uint16Array[]> {
  const all = [...new Set(Object.values(cities).flat())].sort()
  const everywhere = all.length === 0 ? [''] : all
  const exists = (label: string, city: string): boolean => city === '' || (cities[label]?.includes(city) ?? true)
  const set = (city: string, keep: (label: string) => boolean): Uint16Array =>
    Uint16Array.from(
      [...labels.keys()].slice(shared).filter((at) => exists(labels[at] ?? '', city) && keep(labels[at] ?? '')),
    )
  const whole = new Map(everywhere.map((city) => [city, set(city, () => true)]))
  const usual = new Map(everywhere.map((city) => [city, set(city, (label) => !aside(label))]))
  return new Map(
    labels.map((label) => [
      label,
      (cities[label] ?? everywhere).flatMap((city) => (aside(label) ? whole : usual).get(city) ?? []),
    ]),
  )
}

/** Only the `keep` heaviest weights stay. */
function dropLight(weights: Float32Array, keep: number): void {
  const threshold = heaviest(weights, keep)
  for (let at = 0; at < weights.length; at++) if (Math.abs(weights[at] as number) < threshold) weights[at] = 0
}

function shuffle(order: number[], next: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(next() * (at + 1))
    ;[order[at], order[other]] = [order[other] as number, order[at] as number]
  }
}

/** The `keep` heaviest weights, rounded. Labels with many of them come first: their distances in a row are then small. */
function prune(labels: string[], weights: Float32Array, bias: Float32Array, keep: number): LinearModel {
  const count = labels.length
  const threshold = heaviest(weights, keep)
  const scale = heaviest(weights, Math.ceil(keep / 500)) || Math.max(...weights.slice(0, count).map(Math.abs), 1e-6)
  const stepOf = (weight: number): number =>
    Math.abs(weight) < threshold
      ? 0
      : Math.max(-weightSteps, Math.min(weightSteps, Math.round((weight / scale) * weightSteps)))
  const rounded = Int8Array.from(weights, stepOf)
  const order = fullestFirst(rounded, count)
  const rows = Array.from({ length: buckets }, (_, bucket) =>
    order
      .map((l, at): [number, number] => [at, rounded[bucket * count + l] as number])
      .filter(([, step]) => step !== 0),
  )
  return modelOf(
    order.map((l) => labels[l] as string),
    Float32Array.from(order, (l) => bias[l] as number),
    scale,
    rows,
  )
}

/** Labels, those with the most weights first. */
function fullestFirst(rounded: Int8Array, count: number): number[] {
  const held = new Uint32Array(count)
  for (let at = 0; at < rounded.length; at++) if (rounded[at] !== 0) (held[at % count] as number)++
  return [...held.keys()].sort((a, b) => (held[b] as number) - (held[a] as number))
}

/** Weight below which fewer than `keep` weights stay. */
function heaviest(weights: Float32Array, keep: number): number {
  const sizes = weights.filter((weight) => Math.abs(weight) > 0.01).map(Math.abs)
  if (sizes.length <= keep) return 0
  sizes.sort()
  return sizes[sizes.length - keep] ?? 0
}
