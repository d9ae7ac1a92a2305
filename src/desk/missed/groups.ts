import type { Unanswered } from '../office/missed.ts'
import { type Status, statuses } from './status.ts'

/** What was asked in much the same words, as one line of the list. */
export type Group = {
  /** The words that were used first. */
  text: string
  entries: Unanswered[]
  /** ISO of the last time. */
  latest: string
  /** Of what is least far. */
  status: Status
  owner: string | null
}

/** From this share of common words on, two questions are one. */
const alike = 0.5

/** Groups by likeness, the largest first. `terms`: what a text means word by word, as the search reads it. */
export function groupsOf(entries: readonly Unanswered[], terms: (text: string) => string[]): Group[] {
  const groups: { words: Set<string>; entries: Unanswered[] }[] = []
  for (const entry of entries.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))) {
    const words = new Set(terms(entry.text))
    const shares = groups.map((group) => likeness(words, group.words))
    const best = Math.max(0, ...shares)
    const nearest = best >= alike ? groups[shares.indexOf(best)] : undefined
    if (nearest) nearest.entries.push(entry)
    else groups.push({ words, entries: [entry] })
  }
  return groups.map(({ entries }) => asGroup(entries)).sort((a, b) => b.entries.length - a.entries.length)
}

/** Dice's share of common words; texts that mean nothing to the search are alike to none. */
function likeness(a: Set<string>, b: Set<string>): number {
  const common = [...a].filter((word) => b.has(word)).length
  return a.size + b.size === 0 ? 0 : (2 * common) / (a.size + b.size)
}

const asGroup = (entries: Unanswered[]): Group => ({
  text: entries[0]?.text ?? '',
  entries,
  latest: entries.at(-1)?.at ?? '',
  status: statuses.find((status) => entries.some((entry) => entry.status === status)) ?? 'open',
  owner: entries.find(({ owner }) => owner !== null)?.owner ?? null,
})
