const sorted = (values: number[]): number[] => values.toSorted((a, b) => a - b)

/** The middle one of an odd number of values. */
export const median = (values: number[]): number => sorted(values)[Math.floor(values.length / 2)] ?? Number.NaN

export const milliseconds = (value: number): string => value.toFixed(0)

export const spread = (values: number[]): string =>
  `${milliseconds(Math.min(...values))} to ${milliseconds(Math.max(...values))}`
