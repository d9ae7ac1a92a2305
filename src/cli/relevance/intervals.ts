import { random } from '../../knowledge/train/random.ts'

/** A share of lines, as fractions, with the interval in which it lies in 95 of 100 samples like this one. */
export type Share = { part: number; of: number; low: number; high: number }

const resamples = 1000

/** Bootstrap of the mean: the lines drawn anew with replacement, a thousand times; the seed makes it repeatable. */
export function bootstrap(values: number[], seed = 20261121): { mean: number; low: number; high: number } {
  if (values.length === 0) return { mean: Number.NaN, low: Number.NaN, high: Number.NaN }
  const next = random(seed)
  const means = Float64Array.from({ length: resamples }, () => {
    let sum = 0
    for (let draw = 0; draw < values.length; draw++) sum += values[Math.floor(next() * values.length)] as number
    return sum / values.length
  }).sort()
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return {
    mean,
    low: means[Math.floor(resamples * 0.025)] ?? mean,
    high: means[Math.ceil(resamples * 0.975) - 1] ?? mean,
  }
}

/** Share of lines for which something holds, with its bootstrap interval. */
export function share(holds: boolean[]): Share {
  const { low, high } = bootstrap(holds.map(Number))
  return { part: holds.filter(Boolean).length, of: holds.length, low, high }
}

/** Wilson's score interval for a share, 95 %: honest for shares near 0 and 1, where a bootstrap says too much. */
export function wilson(part: number, of: number): Share {
  if (of === 0) return { part, of, low: Number.NaN, high: Number.NaN }
  const z = 1.959964
  const found = part / of
  const middle = found + (z * z) / (2 * of)
  const reach = z * Math.sqrt((found * (1 - found)) / of + (z * z) / (4 * of * of))
  const scale = 1 + (z * z) / of
  return { part, of, low: Math.max(0, (middle - reach) / scale), high: Math.min(1, (middle + reach) / scale) }
}

export const fraction = ({ part, of }: { part: number; of: number }): number => (of === 0 ? Number.NaN : part / of)
