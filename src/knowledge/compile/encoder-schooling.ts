import { join } from 'node:path'
import type { Schooling } from '../encoder/learner.ts'
import { type Lines, labelsOf, lessonsFrom } from '../encoder/lessons.ts'
import { type Knowledge, readKnowledge } from '../read.ts'
import { allPhrasings, inOneList, type Phrasing } from './examples.ts'
import { compileSearch } from './search.ts'

/** Where the encoder is kept: it is learned from the content, and part of it. */
export const encoderFile = (root: string): string => join(root, 'knowledge/common/encoder.bin')

/** How large the encoder is: numbers of a word, and filters over one word and over three. */
const size = { width: 48, filters: 96 }

/** What the encoder learns from: the content of a project, and lines that `further` makes beside it. */
export function encoderSchooling(root: string, further: (knowledge: Knowledge) => Lines): Schooling {
  const { knowledge } = readKnowledge(join(root, 'knowledge'))
  const phrasings = allPhrasings(knowledge)
  const { vocabulary, cities } = compileSearch(knowledge, phrasings)
  const { words = {} } = knowledge.crisis ?? {}
  const lessons = lessonsFrom(both(linesOf(knowledge, phrasings), further(knowledge)))
  const shape = { ...size, classes: Object.keys(words), labels: [...labelsOf(lessons, cities).labels] }
  return { lessons, vocabulary, classes: words, cities, shape }
}

const linesOf = ({ crisis, askedFacts, contactTypes, outside }: Knowledge, phrasings: Phrasing[]): Lines => ({
  phrasings,
  crisis: Object.fromEntries(
    (crisis?.kinds ?? []).map(({ id, phrasings: lines }) => [id, Object.values(lines).flat()]),
  ),
  lookalikes: Object.values(crisis?.lookalikes ?? {}).flat(),
  askedFacts: inOneList(askedFacts ?? {}),
  contactTypes: inOneList(contactTypes ?? {}),
  outside: Object.values(outside?.lines ?? {}).flat(),
})

const both = (one: Lines, other: Lines): Lines => ({
  phrasings: [...one.phrasings, ...other.phrasings],
  crisis: merged(one.crisis, other.crisis),
  lookalikes: [...one.lookalikes, ...other.lookalikes],
  askedFacts: merged(one.askedFacts, other.askedFacts),
  contactTypes: merged(one.contactTypes, other.contactTypes),
  outside: [...one.outside, ...other.outside],
})

type ByLabel = Record<string, string[]>

const merged = (one: ByLabel, other: ByLabel): ByLabel =>
  Object.fromEntries(
    [...new Set([...Object.keys(one), ...Object.keys(other)])].map((label) => [
      label,
      [...(one[label] ?? []), ...(other[label] ?? [])],
    ]),
  )
