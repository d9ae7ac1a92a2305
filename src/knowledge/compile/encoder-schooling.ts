import { join } from 'node:path'
import type { Schooling } from '../encoder/learner.ts'
import { labelsOf, lessonsFrom } from '../encoder/lessons.ts'
import { readKnowledge } from '../read.ts'
import { allPhrasings, inOneList } from './examples.ts'
import { compileSearch } from './search.ts'

/** Where the encoder is kept: it is learned from the content, and part of it. */
export const encoderFile = (root: string): string => join(root, 'knowledge/common/encoder.bin')

/** How large the encoder is: numbers of a word, and filters over one word and over three. */
const size = { width: 48, filters: 96 }

/** What the encoder learns from, of the content of a project. */
export function encoderSchooling(root: string): Schooling {
  const { knowledge } = readKnowledge(join(root, 'knowledge'))
  const phrasings = allPhrasings(knowledge)
  const { vocabulary, cities } = compileSearch(knowledge, phrasings)
  const { words = {}, kinds = [], lookalikes = {} } = knowledge.crisis ?? {}
  const lessons = lessonsFrom({
    phrasings,
    crisis: Object.fromEntries(kinds.map(({ id, phrasings: lines }) => [id, Object.values(lines).flat()])),
    lookalikes: Object.values(lookalikes).flat(),
    askedFacts: inOneList(knowledge.askedFacts ?? {}),
    contactTypes: inOneList(knowledge.contactTypes ?? {}),
    outside: Object.values(knowledge.outside?.lines ?? {}).flat(),
  })
  const shape = { ...size, classes: Object.keys(words), labels: [...labelsOf(lessons, cities).labels] }
  return { lessons, vocabulary, classes: words, cities, shape }
}
