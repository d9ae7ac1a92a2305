/** Numbers by name, the same names in all samples, and whether it was so. */
export type Sample = { signs: Record<string, number>; right: boolean }

export type Logistic = { bias: number; weights: Record<string, number> }

const rounds = 4000
const rate = 0.5
const decay = 1e-4

/** Logistic regression by plain gradient descent on all samples: few weights, many samples, always the same result. */
export function learn(samples: Sample[]): Logistic {
  const names = Object.keys(samples[0]?.signs ?? {})
  const rows = samples.map(({ signs, right }) => ({
    values: names.map((name) => numberOf(name, signs)),
    right: right ? 1 : 0,
  }))
  const weights = names.map(() => 0)
  let bias = 0
  for (let round = 0; round < rounds; round++) {
    const slope = names.map(() => 0)
    let slopeBias = 0
    for (const { values, right } of rows) {
      const sum = values.reduce((total, value, at) => total + value * (weights[at] ?? 0), bias)
      const error = 1 / (1 + Math.exp(-sum)) - right
      values.forEach((value, at) => {
        slope[at] = (slope[at] ?? 0) + error * value
      })
      slopeBias += error
    }
    weights.forEach((weight, at) => {
      weights[at] = weight - rate * ((slope[at] ?? 0) / rows.length + decay * weight)
    })
    bias -= (rate * slopeBias) / rows.length
  }
  const rounded = (value: number): number => Math.round(value * 1000) / 1000
  return {
    bias: rounded(bias),
    weights: Object.fromEntries(names.map((name, at) => [name, rounded(weights[at] ?? 0)])),
  }
}

/** @throws when a sample lacks a number that the first one has, or what it has is none. */
function numberOf(name: string, signs: Sample['signs']): number {
  const value = signs[name]
  if (value === undefined || !Number.isFinite(value)) throw new Error(`${name} is no number in every sample`)
  return value
}
