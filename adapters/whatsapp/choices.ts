import type { Choice } from '../../src/core/message.ts'
import { limits } from './limits.ts'
import { plain } from './plain.ts'

/** The choices that one message shows. `more`: the choice that brings the others. */
export type Shown = { choices: Choice[]; more: Choice | null }

/** With their labels as they are shown; one without words is called by its number. */
export const labelled = (choices: readonly Choice[]): Choice[] =>
  choices.map(({ id, label }, at) => ({ id, label: plain(label).replace(/\s+/g, ' ') || String(at + 1) }))

/** Whether they can be tapped at all: the platform sends ids back, so they must be whole and all different. */
export const canBeTapped = (choices: readonly Choice[]): boolean =>
  new Set(choices.map(({ id }) => id)).size === choices.length &&
  choices.every(({ id }) => id.trim() !== '' && id.length <= limits.choiceId)

/** As many as shownWhole. Beyond that the last one is "Meer…": its id says how many were shown, and the dialogue knows the rest. */
export function firstPage(choices: Choice[], more: string): Shown {
  if (choices.length <= limits.rows) return { choices, more: null }
  const shown = limits.rows - 1
  return { choices: choices.slice(0, shown), more: { id: `more:${shown}`, label: more } }
}

/** Every label in full, with the number by which it can be typed. */
export const numbered = (choices: readonly Choice[]): string =>
  choices.map(({ label }, at) => `${at + 1}. ${label}`).join('\n')

/** Whether every label can be shown whole and none looks like another. */
export const shownWhole = (choices: readonly Choice[], limit: number): boolean =>
  choices.every(({ label }) => label.length <= limit) &&
  new Set(choices.map(({ label }) => label)).size === choices.length
