import type { Answer, AnswerChannel } from '../core/ask.ts'
import type { Referral } from '../core/catalogue.ts'
import { type Fact, isStale } from '../core/fact.ts'
import { inLanguage } from '../core/language.ts'
import { wording } from './say.ts'
import { shownValue, sourceOfFact } from './show.ts'
import type { Turn } from './turn-state.ts'
import { showWaysIn } from './ways-in.ts'
import type { World } from './world.ts'

/** The answer for another government or body: whose it is, and how to reach them. */
export function ofReferral(referral: Referral, order: number, turn: Turn, world: World): Answer {
  const facts = [referral.website, referral.phone].filter((fact): fact is Fact => fact !== undefined)
  return {
    order,
    service: referral.id,
    organisation: referral.id,
    title: inLanguage(referral.name, turn.lang),
    text: wording(world, turn, referral.answer),
    channels:
      facts.length > 0 ? facts.map((fact) => wayToBody(fact, referral, turn)) : waysToCity(referral.id, turn, world),
    facts: [],
    unknown: [],
    sources: facts.map(sourceOfFact),
  }
}

const wayToBody = (fact: Fact, { name }: Referral, turn: Turn): AnswerChannel => ({
  type: fact.kind === 'phone' ? 'phone' : 'online',
  label: inLanguage(name, turn.lang),
  ...(fact.kind === 'phone' ? { phone: shownValue(fact, turn.lang) } : { url: shownValue(fact, turn.lang) }),
  source: fact.source.title,
  statedOn: fact.statedOn,
  checkedOn: fact.checkedOn,
  stale: isStale(fact, turn.at),
})

/** The city's first line knows how to reach a body of which we hold no number or link. */
function waysToCity(body: string, turn: Turn, world: World): AnswerChannel[] {
  const city = turn.city ? world.catalogue.cities[turn.city] : undefined
  return city ? showWaysIn({ id: body, channels: city.firstLine.channels }, turn, world) : []
}
