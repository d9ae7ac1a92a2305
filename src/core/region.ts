/** Regions of which our cities are a part: whose law holds for websites, and whose names people give to where they live. */
export const regions = ['vlaanderen', 'brussel'] as const
export type Region = (typeof regions)[number]
