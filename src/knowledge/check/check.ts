import type { Problem } from '../problem.ts'
import type { Knowledge } from '../read.ts'
import { enoughPhrasings } from './amount.ts'

/** Every rule that spans files. Each rule is one file in this folder; the order is that of the report. */
const rules: ((knowledge: Knowledge) => Problem[])[] = [enoughPhrasings]

export const checkKnowledge = (knowledge: Knowledge): Problem[] => rules.flatMap((rule) => rule(knowledge))
