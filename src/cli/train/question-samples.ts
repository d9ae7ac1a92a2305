import { signsOf } from '../../dialogue/confidence.ts'
import { kindOf, targetOf } from '../../dialogue/targets.ts'
import type { World } from '../../dialogue/world.ts'
import { random } from '../../knowledge/train/random.ts'
import { withSlips } from '../../knowledge/train/slips.ts'
import { match } from '../../search/match.ts'
import { type Question, wanted } from '../relevance/judge.ts'
import type { Sample } from './logistic.ts'

/**
 * What the match of each question looked like, and whether its best candidate was right: as it was asked, and mistyped.
 * Only questions of a city that a page or a body answers, or nothing.
 */
export function questionSamples(questions: Question[], world: World): Sample[] {
  const next = random(29)
  const mistyped = questions.map((question) => ({ ...question, text: withSlips(question.text, 2, next) }))
  return [...questions, ...mistyped].flatMap((question) => {
    const { text, city, expected, outcome } = question
    const place = city ? world.catalogue.cities[city] : undefined
    if (!place || !learnable.has(outcome) || (expected.length === 0 && asksFact(question))) return []
    const found = match(world.search, text, place.id, (label) => {
      const target = targetOf(label, place, world.catalogue)
      return target && kindOf(target) !== 'organisation' ? target : null
    })
    const top = found.candidates[0]?.target ?? ''
    const right = expected.length === 0 ? kindOf(top) === 'none' : wanted(expected, world.catalogue).has(top)
    return [{ signs: signsOf(text, found, world), right }]
  })
}

const learnable = new Set<Question['outcome']>(['answer', 'clarify', 'referred', 'abstain'])

/** A question for a fact whose page is not told. */
const asksFact = ({ tags }: Question): boolean => tags.includes('group:fact')
