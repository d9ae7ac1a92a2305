import type { City } from '../../core/catalogue.ts'
import type { Memory, Step } from '../../core/memory.ts'
import { pageOfCity } from '../asks-of-city.ts'
import { askCity, offer } from '../steps/ask.ts'
import { elsewhere } from '../steps/decide.ts'
import { lifeEvent } from '../steps/life-event.ts'
import { cityOf, conceptIn, findService, kindOf, nameIn } from '../targets.ts'
import type { Decision, Need, Turn } from '../turn-state.ts'
import type { World } from '../world.ts'

/** A turn about targets that memory or a choice named: nothing is searched, so nothing is doubted. */
export function about(targets: string[], turn: Turn): Turn {
  const needs = targets.map(
    (target): Need => ({ text: '', candidates: [{ target, share: 1, labels: [] }], confidence: 1, known: 1 }),
  )
  return { ...turn, needs }
}

/** What memory was about, once more: in another city, or with another question about it. */
export function sameSubject(turn: Turn, memory: Memory, world: World): Turn {
  if (turn.elsewhere) return { ...turn, decision: elsewhere() }
  const place = turn.city ? world.catalogue.cities[turn.city] : undefined
  const targets = [...new Set(memory.targets.flatMap((target) => (place ? inPlace(target, place, world) : target)))]
  const asked = turn.asks.length > 0 ? { asks: turn.asks } : whatWasAsked(memory)
  const placed = { ...turn, ...asked, lostDocument: memory.lostDocument, followsUp: true }
  return { ...about(targets, placed), decision: decisionOn(targets, placed, memory, world) }
}

/** The facts that were asked for before, as a turn asks for them. */
export const whatWasAsked = ({ asked, particular = null }: Memory | Step): Pick<Turn, 'asks' | 'particular'> => ({
  asks: asked,
  particular,
})

/** A city that was chosen: for what was asked before, or for what comes next. */
export function inCity(city: string, turn: Turn, memory: Memory, world: World): Turn {
  const placed = { ...turn, city, cityFromText: false }
  if (memory.targets.length === 0)
    return { ...placed, decision: { outcome: 'answered.about', targets: [], say: 'city.chosen' } }
  return sameSubject(placed, memory, world)
}

/** A reply that was given before. */
export function showAgain(step: Step, turn: Turn, world: World): Turn {
  const { outcome, targets } = step
  const placed = { ...turn, ...whatWasAsked(step) }
  const decision: Decision =
    outcome === 'clarifying.service' ? offer(targets, placed, world) : decisionOn(targets, placed, null, world)
  return { ...about(targets, placed), decision }
}

/**
 * What a city has for a target: its own page for the same concept, who does it, or the topic; its general page for a body that
 * does not serve it. A page that only
 * another city can have stays as it is, and is answered for that city.
 */
function inPlace(target: string, city: City, world: World): string {
  const { catalogue } = world
  const kind = kindOf(target)
  if (kind === 'topic' || kind === 'concept') return conceptIn(nameIn(target), city)
  if (catalogue.referrals[target]?.notIn.includes(city.id)) return pageOfCity({ city: city.id }, world) ?? target
  if (kind !== 'service' || cityOf(target) === city.id) return target
  const concepts = findService(catalogue, target)?.concepts ?? []
  const filled = concepts.find((concept) => Object.hasOwn(city.concepts, concept))
  if (filled) return city.concepts[filled] ?? target
  return concepts[0] ? conceptIn(concepts[0], city) : target
}

function decisionOn(targets: string[], turn: Turn, memory: Memory | null, world: World): Decision {
  const [first] = targets
  if (first === undefined) return { outcome: 'unanswerable.not-known', targets: [], failed: true }
  const kind = kindOf(first)
  if (kind === 'event' && turn.asks.length > 0 && targets.length > 2)
    return offer(targets.filter((target) => kindOf(target) === 'service').slice(0, 3), turn, world)
  if (kind === 'event') return lifeEvent(turn, world, nameIn(first)).decision
  if (turn.city === null && (kind === 'concept' || kind === 'topic'))
    return askCity(turn, world, Object.keys(world.catalogue.cities))
  if (kind === 'topic' || kind === 'concept') return { outcome: 'unanswerable.not-known', targets: [first] }
  if (kind === 'referral') return { outcome: 'referred', targets: [first] }
  if (memory?.outcome === 'clarifying.city' && targets.length > 1) return offer(targets.slice(0, 3), turn, world)
  const shown = targets.filter((target) => kindOf(target) === 'service' || kindOf(target) === 'organisation')
  return { outcome: 'answered', targets: shown.slice(0, 3) }
}
