/** What `npm run train` learned: a weight for each sign, and what stands without any. */
export type Learned<Sign extends string> = { bias: number; weights: Record<Sign, number> }

/** What signs come to by learned weights: a share from 0 to 1. */
export function shareBy<Sign extends string>({ bias, weights }: Learned<Sign>, signs: Record<Sign, number>): number {
  let sum = bias
  for (const sign in weights) sum += weights[sign] * signs[sign]
  return 1 / (1 + Math.exp(-sum))
}

/** Logarithm of the odds of a share; `least` keeps those of a certain one finite. */
export const logOdds = (share: number, least: number): number => Math.log((share + least) / (1 - share + least))
