import type { Share } from './intervals.ts'
import { percent } from './table.ts'

/** `[low, high]`, 95 %. */
export const interval = ({ low, high }: { low: number; high: number }, scale = 1): string =>
  Number.isNaN(low) ? '' : `[${(scale * low).toFixed(1)}, ${(scale * high).toFixed(1)}]`
export const shown = ({ part, of }: Share): string => percent(part, of)
export const withInterval = (share: Share): string => (share.of === 0 ? '–' : `${shown(share)} ${interval(share, 100)}`)
/** (a) and (b). */
export const marks = (opponents: string[], suffix = ''): string[] =>
  opponents.map((name) => `${name.slice(0, 3)}${suffix}`)
