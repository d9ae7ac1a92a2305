import type { Problem } from '../problem.ts'
import type { Knowledge } from '../read.ts'
import { address } from './address.ts'
import { enoughPhrasings } from './amount.ts'
import { answers } from './answers.ts'
import { contrast } from './contrast.ts'
import { duplicates } from './duplicates.ts'
import { languages } from './languages.ts'
import { numbers } from './numbers.ts'
import { parity } from './parity.ts'
import { places } from './places.ts'
import { plainLanguage } from './plain-language.ts'
import { references } from './references.ts'
import { sources } from './sources.ts'

/** Every rule that spans files. Each rule is one file in this folder; the order is that of the report. */
const rules: ((knowledge: Knowledge) => Problem[])[] = [
  references,
  places,
  sources,
  languages,
  parity,
  numbers,
  address,
  answers,
  plainLanguage,
  enoughPhrasings,
  duplicates,
  contrast,
]

export const checkKnowledge = (knowledge: Knowledge): Problem[] => rules.flatMap((rule) => rule(knowledge))
