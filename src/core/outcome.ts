/** How a turn can end: the closed list that replies, desk and metrics share. The prefix is the family. */
export const outcomes = [
  'answered',
  'answered.steps',
  'answered.about',
  'clarifying.service',
  'clarifying.city',
  'clarifying.district',
  'referred',
  'unanswerable.not-known',
  'unanswerable.out-of-scope',
  'refused.personal-data',
  'crisis',
  'handed-off',
  'error.invalid',
  'error.unavailable',
] as const
export type Outcome = (typeof outcomes)[number]
