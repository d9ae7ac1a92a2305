/** Adam (Kingma and Ba 2015), over all numbers at once. */
export type Adam = { mean: Float32Array; square: Float32Array; step: number }

export const adamFor = (count: number): Adam => ({
  mean: new Float32Array(count),
  square: new Float32Array(count),
  step: 0,
})

const [decay, slowDecay, least] = [0.9, 0.999, 1e-8]
/** A longer gradient is brought to this length. */
const longest = 1

/** Moves the numbers against the gradients of all learners together, and clears those. */
export function adamStep(adam: Adam, numbers: Float32Array, gradients: Float32Array[], rate: number): void {
  const { mean, square } = adam
  const [gradient = new Float32Array(), ...others] = gradients
  let length = 0
  for (let at = 0; at < numbers.length; at++) {
    let sum = gradient[at] as number
    for (const other of others) sum += other[at] as number
    gradient[at] = sum
    length += sum * sum
  }
  const share = Math.min(1, longest / Math.sqrt(length))
  adam.step++
  const pace = (rate * Math.sqrt(1 - slowDecay ** adam.step)) / (1 - decay ** adam.step)
  for (let at = 0; at < numbers.length; at++) {
    const slope = share * (gradient[at] as number)
    const m = decay * (mean[at] as number) + (1 - decay) * slope
    const s = slowDecay * (square[at] as number) + (1 - slowDecay) * slope * slope
    mean[at] = m
    square[at] = s
    ;(numbers[at] as number) -= (pace * m) / (Math.sqrt(s) + least)
  }
  for (const one of gradients) one.fill(0)
}
