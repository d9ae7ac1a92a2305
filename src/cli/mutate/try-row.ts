import { faults } from '../../../test/journeys/holds.ts'
import type { Row } from '../../../test/journeys/row.ts'
import { askInput } from '../../core/ask.ts'
import { takeTurn } from '../../dialogue/turn.ts'
import type { World } from '../../dialogue/world.ts'
import { without } from './without.ts'

/** How the wordings of a row fare with its entry and without it. */
export type Outcome = {
  row: Row
  wordings: number
  /** Wordings that hold today. */
  held: number
  /** Wordings that hold today and no longer do without the entry. */
  red: number
}

const moment = '2026-11-21T10:00:00+01:00'

/** Runs every wording of a row on the content as it is, and on the content without the row's entry, or without all that would answer as well. */
export function tryRow(row: Row, world: World): Outcome {
  const poorer: World = { ...world, catalogue: row.entry.reduce(without, world.catalogue) }
  const wordings = [row.asked, ...row.wordings]
  const held = wordings.filter((text) => holds(text, row, world, world))
  const red = held.filter((text) => !holds(text, row, poorer, world))
  return { row, wordings: wordings.length, held: held.length, red: red.length }
}

/** `whole` tells what is internal: a body that was taken out is not thereby public. */
function holds(text: string, row: Row, world: World, whole: World): boolean {
  const input = askInput().parse({ text, city: row.city, at: moment })
  return faults(row, takeTurn(input, world, moment), whole.catalogue).length === 0
}
