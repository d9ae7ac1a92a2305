import type { Answer } from '../core/ask.ts'
import type { Fact } from '../core/fact.ts'
import { say } from './say.ts'
import { showChannel, shownValue, sourceOfFact } from './show.ts'
import { findService, kindOf } from './targets.ts'
import type { Decision, Need, Turn } from './turn-state.ts'
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

const docStop = 'common/doc-stop'
/** Share from which blocking is all that is wanted, and share from which a page may be wanted beside it. */
const [justBlocking, beside] = [0.95, 0.05]

/**
 * Who lost a document and may want a new one gets the page of the document: it names the number that blocks it before all
 * else, and the number alone would leave out where a new one is asked for. So the two are no rivals.
 */
export function withPageOfDocument(need: Need, world: World): Need {
  const [first, second] = need.candidates
  const number = need.candidates.find(({ target }) => target === docStop)
  const page = need.candidates.find(({ target, share }) => share >= beside && isAbout(documents, target, world))
  if (!number || !page || number.share >= justBlocking) return need
  if (first !== number && (first !== page || second !== number)) return need
  const rest = need.candidates.filter((one) => one !== page && one !== number)
  const share = page.share + number.share
  return { ...need, candidates: [{ ...page, share }, { ...number, share: 0 }, ...rest] }
}

const documents = new Set(['identiteitskaart', 'kids-id', 'reispas', 'verblijfskaart'])
const identityDocuments = new Set([...documents, 'identiteitsfraude'])

/** Whether a page is about a document that can be blocked when lost or stolen. */
const concernsDocument = (target: string, world: World): boolean => isAbout(identityDocuments, target, world)

function isAbout(wanted: Set<string>, target: string, { catalogue }: World): boolean {
  const concepts = kindOf(target) === 'service' ? (findService(catalogue, target)?.concepts ?? []) : []
  return concepts.some((concept) => wanted.has(concept))
}

export const docStopSentence = (fact: Fact, turn: Turn, world: World): string =>
  say(world, turn, 'docStop', { number: shownValue(fact, turn.lang) })
