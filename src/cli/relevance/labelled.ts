import { resolve } from 'node:path'
import * as z from 'zod'
import { unknownKinds } from '../../core/unknown-kinds.ts'
import { begin, runSteps, takeTurn } from '../../dialogue/turn.ts'
import type { World } from '../../dialogue/world.ts'
import { contactTypes } from '../../knowledge/schema/service.ts'
import { type Share, wilson } from './intervals.ts'
import { moment } from './lines.ts'
import { readLines } from './questions.ts'

/** Sets with one label a line, that say nothing about pages. Shares carry Wilson's 95 % interval. */
export type Labelled = { name: string; n: number; rows: { name: string; share: Share }[]; missed: string[] }

const asked = { id: z.string(), text: z.string(), lang: z.string(), city: z.string().nullable() }
/** `asks`: the kinds of fact that a line asks for, where the set tells. */
const ofContact = z.object({
  ...asked,
  contactType: z.enum(contactTypes),
  asks: z.array(z.enum(unknownKinds)).optional(),
})
const kinds = ['emergency', 'suicide', 'violence', 'child'] as const
/** A line may leave the kind of danger unsaid. */
const ofCrisis = z.object({ ...asked, crisis: z.enum([...kinds, 'unsaid']).nullable() })

/** Information, appointment, report or complaint: right as a whole, and for each type. */
export function contactTypesRight(root: string, file: string, world: World): Labelled {
  const lines = readLines(resolve(root, file), ofContact).map((line) => ({
    ...line,
    right: takeTurn({ text: line.text, city: line.city }, world, moment).contactType === line.contactType,
  }))
  const rows = [
    { name: 'contact type right', share: rate(lines) },
    ...contactTypes.map((type) => ({
      name: `  ${type}`,
      share: rate(lines.filter(({ contactType }) => contactType === type)),
    })),
    ...askedFactsFound(lines, world),
  ]
  return { name: file, n: lines.length, rows, missed: missedOf(lines) }
}

/** Of lines that tell what fact they ask for: how many of those are noticed, and where one is noticed though none is asked. */
function askedFactsFound(lines: z.infer<typeof ofContact>[], world: World): Labelled['rows'] {
  const told = lines.flatMap(({ text, city, asks }) => {
    if (!asks) return []
    const found = runSteps(begin({ text, city }, moment), world).asks
    return [{ asks, right: asks.length > 0 ? asks.some((kind) => found.includes(kind)) : found.length === 0 }]
  })
  if (told.length === 0) return []
  const none = told.filter(({ asks }) => asks.length === 0)
  return [
    { name: 'asked fact noticed', share: rate(told.filter(({ asks }) => asks.length > 0)) },
    { name: 'noticed though none is asked', share: wilson(none.filter(({ right }) => !right).length, none.length) },
  ]
}

/** Danger that was caught, as a whole and by kind, and messages without danger that were disturbed. */
export function crisisCaught(root: string, file: string, world: World): Labelled {
  const lines = readLines(resolve(root, file), ofCrisis).map((line) => {
    const crisis = takeTurn({ text: line.text, city: line.city }, world, moment).outcome === 'crisis'
    return { ...line, right: crisis === (line.crisis !== null) }
  })
  const calm = lines.filter(({ crisis }) => crisis === null)
  const rows = [
    { name: 'crisis caught', share: rate(lines.filter(({ crisis }) => crisis !== null)) },
    ...kinds.map((kind) => ({ name: `  ${kind}`, share: rate(lines.filter(({ crisis }) => crisis === kind)) })),
    { name: 'disturbed without danger', share: wilson(calm.filter(({ right }) => !right).length, calm.length) },
  ]
  return { name: file, n: lines.length, rows, missed: missedOf(lines) }
}

const rate = (lines: { right: boolean }[]): Share => wilson(lines.filter(({ right }) => right).length, lines.length)

const missedOf = (lines: { id: string; right: boolean }[]): string[] =>
  lines.filter(({ right }) => !right).map(({ id }) => id)
