import type { Catalogue } from '../../core/catalogue.ts'
import { longestNames } from '../../search/first-words.ts'
import { headsOf } from '../../search/linear/word-classes.ts'
import type { Knowledge } from '../read.ts'
import { compileCity } from './city.ts'
import { compileConcept, compileLifeEvent, compileReferral } from './concepts.ts'
import { compileDocuments } from './documents.ts'
import { compileFact } from './facts.ts'
import { compileHolidays } from './holidays.ts'
import { compilePlaces } from './places.ts'
import { compileAmbiguity, compileCrisis, compilePatterns, organisationNames, publicNumbers } from './recognised.ts'
import { compileMessages, sentence } from './sentences.ts'

/** Content as the Worker loads it: references resolved, nothing left to look up in YAML. Content must be valid. */
export function compileCatalogue(knowledge: Knowledge, hash: string): Catalogue {
  const names = organisationNames(knowledge)
  return {
    hash,
    cities: Object.fromEntries(knowledge.cities.map((city) => [city.slug, compileCity(city, knowledge)])),
    concepts: Object.fromEntries(knowledge.concepts.map(({ value }) => [value.id, compileConcept(value)])),
    referrals: Object.fromEntries(knowledge.referrals.map(({ value }) => [value.id, compileReferral(value)])),
    about: Object.fromEntries(knowledge.about.map(({ value }) => [value.id, sentence(value.answer)])),
    lifeEvents: Object.fromEntries(knowledge.lifeEvents.map(({ value }) => [value.id, compileLifeEvent(value)])),
    messages: compileMessages(knowledge),
    crisis: compileCrisis(knowledge),
    crisisWords: headsOf(knowledge.crisis?.words ?? {}),
    crisisBystanders: knowledge.crisis?.bystanders ?? [],
    ambiguities: knowledge.ambiguities.map(({ value }) => compileAmbiguity(value)),
    documents: compileDocuments(knowledge),
    facts: Object.fromEntries(knowledge.facts.map((fact) => [fact.id, compileFact(fact)])),
    places: compilePlaces(knowledge),
    holidays: compileHolidays(knowledge.holidays),
    organisationNames: names,
    organisationOpenings: longestNames(Object.keys(names)),
    patterns: compilePatterns(knowledge),
    publicNumbers: publicNumbers(knowledge),
    furtherReply: knowledge.furtherReply as Record<string, string>,
  }
}
