import { heldFacts } from '../facts/held.ts'
import { malformed } from '../facts/numbers.ts'
import type { Problem } from '../problem.ts'
import type { Knowledge } from '../read.ts'

/** A phone number that is none, a company number that would be called, a link that leads nowhere. */
export const numbers = (knowledge: Knowledge): Problem[] =>
  heldFacts(knowledge).flatMap(({ fact, file }) => {
    const message = malformed(fact)
    return message ? [{ file, field: fact.id, message }] : []
  })
