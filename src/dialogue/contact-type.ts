import type { ContactType } from '../core/catalogue.ts'
import { features } from '../search/linear/features.ts'
import { told } from '../search/told.ts'
import { findService, kindOf, nameIn } from './targets.ts'
import type { Need } from './turn-state.ts'
import type { World } from './world.ts'

/** How much a page that is all about reports, complaints or appointments speaks for that type, when it is the likely one. */
const pageSpeaks = 3
/** By how much information gives way: it has ten times the lines of the others, for whoever asks for a fact wants to know. */
const information = -0.5

/** What a message wants: to know something, an appointment, to report, or to complain. */
export function contactTypeOf(text: string, need: Need | undefined, world: World): ContactType {
  const { contactType: model, search } = world
  const scores = told('contact-type', text, search, model, features(search.analyse(text)))
  const page = need && typeOfPage(need.candidates[0]?.target ?? '', world)
  const of = (type: string, at: number): number =>
    (scores[at] ?? 0) +
    (type === 'information' ? information : 0) +
    (type === page && page !== 'information' ? pageSpeaks * (need?.confidence ?? 0) : 0)
  const ranked = model.labels.map((type, at) => ({ type, score: of(type, at) })).sort((a, b) => b.score - a.score)
  return (ranked[0]?.type ?? 'information') as ContactType
}

function typeOfPage(target: string, { catalogue }: World): ContactType | undefined {
  if (kindOf(target) === 'topic' || kindOf(target) === 'concept') return catalogue.concepts[nameIn(target)]?.contactType
  return findService(catalogue, target)?.contactType
}
