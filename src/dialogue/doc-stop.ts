import type { Answer } from '../core/ask.ts'
import type { Fact } from '../core/fact.ts'
import { say } from './say.ts'
import { showChannel, shownValue, sourceOfFact } from './show.ts'
import { findService, kindOf } from './targets.ts'
import type { Decision, Turn } from './turn-state.ts'
import type { World } from './world.ts'

/** The number that blocks a lost or stolen identity document: said before everything else, once. */
export function urgentFact(
  { outcome, targets }: Decision,
  { lostDocument, followsUp }: Turn,
  world: World,
): Fact | undefined {
  const about = targets.some((target) => concernsDocument(target, world))
  const said = outcome === 'answered' || outcome === 'clarifying.service'
  return lostDocument && !followsUp && about && said ? world.catalogue.facts['doc-stop'] : undefined
}

/** The first answer has that number among its ways in, with where it is from and how old it is. */
export function withUrgent(answers: Answer[], fact: Fact | undefined, turn: Turn, world: World): Answer[] {
  const [first, ...rest] = answers
  if (!fact || !first) return answers
  const channel = showChannel(
    { type: 'phone', label: { nl: 'DOC STOP' }, fact },
    { appointment: 'unknown', closing: [] },
    turn,
    world,
  )
  return [
    { ...first, channels: [channel, ...first.channels], sources: [...first.sources, sourceOfFact(fact)].slice(0, 6) },
    ...rest,
  ]
}

const identityDocuments = new Set(['identiteitskaart', 'kids-id', 'reispas', 'verblijfskaart', 'identiteitsfraude'])

/** Whether a page is about a document that can be blocked when lost or stolen. */
function concernsDocument(target: string, { catalogue }: World): boolean {
  const concepts = kindOf(target) === 'service' ? (findService(catalogue, target)?.concepts ?? []) : []
  return concepts.some((concept) => identityDocuments.has(concept))
}

export const docStopSentence = (fact: Fact, turn: Turn, world: World): string =>
  say(world, turn, 'docStop', { number: shownValue(fact, turn.lang) })
