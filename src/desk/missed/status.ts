/** How far something on the list is, from nothing done to nothing to do. */
export const statuses = ['open', 'taken', 'proposed', 'done', 'rejected'] as const
export type Status = (typeof statuses)[number]

/** Ways of speaking in which content holds phrasings. */
export const voices = ['zoekbalk', 'spreektaal', 'gewoon', 'verhaal', 'nieuwkomer', 'balie'] as const
