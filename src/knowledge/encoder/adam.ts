import type { Kernels, Moments, Room } from './kernels.ts'

/** Adam (Kingma and Ba 2015), over all numbers at once. */
export type Adam = Moments & { step: number; forgotten: { means: number; squares: number } }

export const adamFor = (count: number, { take }: Room): Adam => ({
  means: take(count),
  squares: take(count),
  step: 0,
  forgotten: { means: 1, squares: 1 },
})

const [decay, slowDecay, least] = [0.9, 0.999, 1e-8]
/** A longer gradient is brought to this length. */
const longest = 1

/** Moves the numbers against the gradients of all learners together, and clears those. */
export function adamStep(
  adam: Adam,
  numbers: Float32Array,
  [gradient, other]: readonly [Float32Array, Float32Array],
  rate: number,
  kernels: Kernels,
): void {
  kernels.add([gradient, 0], 1, [other, 0], other.length)
  other.fill(0)
  adam.step++
  // Multiplied step by step: a power is left to each machine.
  adam.forgotten.means *= decay
  adam.forgotten.squares *= slowDecay
  const share = Math.min(1, longest / Math.sqrt(kernels.dot(gradient, gradient)))
  const pace = (rate * Math.sqrt(1 - adam.forgotten.squares)) / (1 - adam.forgotten.means)
  kernels.adam(numbers, gradient, adam, { share, pace, decay, slowDecay, least })
}
