const sorted = (values: number[]): number[] => values.toSorted((a, b) => a - b)

/** The middle one of an odd number of values. */
export const median = (values: number[]): number => quantile(values, 0.5)

/** The value below which this share of the values lies. */
export const quantile = (values: number[], share: number): number =>
  sorted(values)[Math.min(values.length - 1, Math.floor(share * values.length))] ?? Number.NaN

export const milliseconds = (value: number): string => value.toFixed(0)

export const spread = (values: number[]): string =>
  `${milliseconds(Math.min(...values))} to ${milliseconds(Math.max(...values))}`
