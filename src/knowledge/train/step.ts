/** One example, what competes in it, and room to work in. */
export type Step = {
  label: number
  weight: number
  rate: number
  /** Labels that always compete come first: this many. */
  shared: number
  /** Further labels that compete in this step. */
  others: Uint16Array
  /** Room: the score of each label, and the labels that a step changes. */
  scores: Float32Array
  wrong: Uint16Array
}

/** Error of a label below which nothing is learned from it. */
const leastError = 1e-3

/**
 * Turns the scores of what competes into what each weight has to change by, and changes the bias. Gives the share that
 * the right label had, and how many labels of `wrong` change.
 */
export function competing(bias: Float32Array, step: Step): { share: number; changed: number } {
  const { scores, shared, others, wrong, label, rate, weight } = step
  const sum = exponentiate(scores, shared, others)
  const share = (scores[label] as number) / sum
  let changed = 0
  const settle = (l: number): void => {
    const error = (scores[l] as number) / sum - (l === label ? 1 : 0)
    if (Math.abs(error) < leastError) return
    scores[l] = error * rate * weight
    ;(bias[l] as number) -= (scores[l] as number) * 0.1
    wrong[changed++] = l
  }
  for (let l = 0; l < shared; l++) settle(l)
  for (let o = 0; o < others.length; o++) settle(others[o] as number)
  return { share, changed }
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
