import { type UnknownKind, unknownKinds } from '../../core/ask.ts'
import type { ContactType } from '../../core/catalogue.ts'
import { match } from '../../search/match.ts'
import { type PhraseTest, phraseTest, wordsOf } from '../../search/patterns.ts'
import { confidence } from '../confidence.ts'
import { withoutDenied } from '../negation.ts'
import { kindOf, targetOf } from '../targets.ts'
import type { Need, Turn } from '../turn-state.ts'
import type { World } from '../world.ts'

/** Confidence from which a part of a message counts as a need of its own. */
const ownNeed = 0.8

/** Finds what the message is about, which facts it asks for, and what kind of contact it is. */
export function recognise(turn: Turn, world: World): Turn {
  const words = wordsOf(turn.text)
  const tests = phraseTests(world)
  const asks = unknownKinds.filter((kind) => tests.asksFor.get(kind)?.(words))
  return {
    ...turn,
    asks,
    named: namedOrganisations(words, world.catalogue.organisationNames),
    lostDocument: tests.lost(words),
    contactType: contactTypes.find((type) => tests.contactType.get(type)?.(words)) ?? 'information',
    needs: needs(turn, world),
  }
}

const contactTypes: ContactType[] = ['complaint', 'report', 'appointment']

function needs(turn: Turn, world: World): Need[] {
  const whole = need(withoutDenied(turn.text), turn, world)
  const parts = clauses(turn.text)
    .map((text) => need(text, turn, world))
    .filter(isOwnNeed)
  const distinct = parts.filter((part, at) => parts.findIndex((other) => best(other) === best(part)) === at)
  const several = distinct.length > 1 && distinct.some((part) => best(part) === best(whole))
  return several ? distinct.slice(0, 3) : [whole]
}

const best = ({ candidates }: Need): string => candidates[0]?.target ?? ''
const isOwnNeed = (part: Need): boolean => part.confidence >= ownNeed && kindOf(best(part)) === 'service'

function need(text: string, turn: Turn, world: World): Need {
  const { search, catalogue } = world
  const { city } = turn
  const place = city ? (catalogue.cities[city] ?? null) : null
  const mayName = organisationFilter(text, world)
  const isOurs = !turn.elsewhere && (city !== null || turn.homonym !== null)
  const { candidates, clues } = match(search, text, place?.id ?? '*', (label) => {
    const target = targetOf(label, place, catalogue)
    return target && mayName(target) && !(isOurs && target === otherMunicipality) ? target : null
  })
  return { text, candidates, confidence: confidence(clues) }
}

/** Where people of another municipality are sent: no candidate for those who live in one of ours. */
const otherMunicipality = 'common/andere-gemeente'

/** An organisation is a candidate only when it is named, or when the message asks for an organisation: people come for a service. */
function organisationFilter(text: string, world: World): (target: string) => boolean {
  const words = wordsOf(text)
  if (phraseTests(world).organisation(words)) return () => true
  const named = new Set(namedOrganisations(words, world.catalogue.organisationNames))
  return (target) => !target.startsWith('organisation:') || named.has(target.slice('organisation:'.length))
}

const longestName = 7

function namedOrganisations(words: string, names: Record<string, string[]>): string[] {
  const list = words.split(' ')
  return list.flatMap((_, at) =>
    Array.from({ length: Math.min(longestName, list.length - at) }, (_, length) =>
      list.slice(at, at + length + 1).join(' '),
    )
      .filter((phrase) => Object.hasOwn(names, phrase))
      .flatMap((phrase) => names[phrase] ?? []),
  )
}

/** With more parts than this a message is a story, not a list of needs. */
const mostClauses = 3

/** Parts of a message that may each be a need: sentences, and what "and" joins. */
function clauses(text: string): string[] {
  const parts = text.split(/[.?!;\n]+|,?\s+(?:en ook|en|et|and|also|ook|aussi)\s+/iu).map((part) => part.trim())
  const long = parts.filter((part) => part.split(/\s+/).length >= 2)
  return long.length > 1 && long.length <= mostClauses ? long : []
}

type Tests = {
  asksFor: Map<UnknownKind, PhraseTest>
  contactType: Map<ContactType, PhraseTest>
  lost: PhraseTest
  organisation: PhraseTest
}
const compiled = new WeakMap<World['catalogue'], Tests>()

/** Phrase tests of a catalogue, made once. */
function phraseTests({ catalogue }: World): Tests {
  const known = compiled.get(catalogue)
  if (known) return known
  const { asksFor, contactType } = catalogue.patterns
  const tests: Tests = {
    asksFor: new Map(unknownKinds.map((kind) => [kind, phraseTest(asksFor[kind] ?? [])])),
    contactType: new Map(contactTypes.map((type) => [type, phraseTest(contactType[type] ?? [])])),
    lost: phraseTest(asksFor.lost ?? []),
    organisation: phraseTest(asksFor.organisation ?? []),
  }
  compiled.set(catalogue, tests)
  return tests
}
