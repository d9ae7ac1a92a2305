import type { Memory } from '../../core/memory.ts'
import { wordsOf } from '../../search/patterns.ts'
import { need } from '../need.ts'
import { type Parts, partsOf } from '../talk/parts.ts'
import { asksForPerson } from '../talk/reactions.ts'
import { sameSubject } from '../talk/subject.ts'
import { findService, kindOf, nameIn } from '../targets.ts'
import type { Need, Turn } from '../turn-state.ts'
import type { World } from '../world.ts'
import { thresholds } from './decide.ts'

/** Words up to which a message that names something of its own may still lean on what went before. */
const shortMessage = 9

/** What a message leaves out is filled in from the conversation: "en voor mijn dochter?", "wat kost dat?", "en in een andere gemeente?". */
export function followUp(turn: Turn, world: World): Turn {
  const { memory, text } = turn
  if (!memory) return turn
  if (wantsPerson(turn, world)) return { ...turn, decision: { outcome: 'handed-off', targets: [] } }
  if (memory.targets.length === 0) return turn
  const parts = partsOf(text, world)
  if (parts.own.length === 0 && parts.leaning + parts.qualifiers + parts.places + turn.asks.length > 0)
    return parts.qualifiers > 0 ? qualified(turn, memory, world) : sameSubject(turn, memory, world)
  if (answersWithPlace(turn, parts) || saysNothing(turn, parts)) return sameSubject(turn, memory, world)
  if (parts.leaning > 0 && wordsOf(text).split(' ').length <= shortMessage && !isAnother(turn, memory))
    return qualified(turn, memory, world)
  return amongOffered(turn, memory)
}

/** Meaningful terms up to which a message that asks for a person says nothing else. */
const littleElse = 4

/** Somebody asks for a person: in so many words, and not as the way in to something else that is clear. */
function wantsPerson(turn: Turn, world: World): boolean {
  const [top] = turn.needs[0]?.candidates ?? []
  const meant = top?.target === 'about:medewerker'
  if (meant && isPossible(turn)) return true
  if (!asksForPerson(turn.text, world)) return false
  return !isSure(turn) || world.search.analyse(turn.text).terms.length <= littleElse
}

/** A message that leans on a question of ours is sooner an answer to that. */
const isAnother = ({ needs }: Turn, { outcome }: Memory): boolean =>
  (needs[0]?.confidence ?? 0) >= (outcome?.startsWith('clarifying') ? thresholds.answer : thresholds.undoubted)

const isSure = ({ needs }: Turn): boolean => (needs[0]?.confidence ?? 0) >= thresholds.answer
const isPossible = ({ needs }: Turn): boolean => (needs[0]?.confidence ?? 0) >= thresholds.ask

/** After a question about the place, a message that names one and little else. */
function answersWithPlace({ memory, city, cityFromText, elsewhere }: Turn, { own, places }: Parts): boolean {
  const asked = memory?.outcome === 'clarifying.city'
  return asked && places > 0 && own.length <= 2 && (city !== null || cityFromText || elsewhere !== null)
}

/** A question of ours is open, and the message says nothing that could answer it ("weet ik niet"). */
const saysNothing = ({ memory, asks }: Turn, { own }: Parts): boolean =>
  (memory?.outcome ?? '').startsWith('clarifying') && own.length === 0 && asks.length === 0

/**
 * The subject of before with what is said about it now ("identiteitskaart en voor mijn dochter"): another page when the
 * message by itself points there too, or the same.
 */
function qualified(turn: Turn, memory: Memory, world: World): Turn {
  const same = sameSubject(turn, memory, world)
  const [target] = same.needs[0]?.candidates ?? []
  if (!target || same.decision?.outcome !== 'answered') return same
  const together = need(`${nameOf(target.target, world)} ${turn.text}`, turn, world)
  const [top] = together.candidates
  if (!top || top.target === target.target || kindOf(top.target) !== 'service') return same
  const meant = turn.needs[0]?.candidates[0]?.target === top.target
  return meant && isClear(together) ? { ...turn, asks: same.asks, followsUp: true, needs: [together] } : same
}

const isClear = ({ confidence, candidates: [first, second] }: Need): boolean =>
  confidence >= thresholds.answer && (first?.share ?? 0) > 2 * (second?.share ?? 0)

function nameOf(target: string, { catalogue }: World): string {
  const name = nameIn(target)
  const found =
    findService(catalogue, target)?.name ?? catalogue.concepts[name]?.name ?? catalogue.referrals[target]?.name
  return found?.nl ?? ''
}

/** The answer to a question of ours is sooner one of its choices than something else. */
function amongOffered(turn: Turn, { outcome, offered }: Memory): Turn {
  const [first] = turn.needs
  if (outcome !== 'clarifying.service' || !first || turn.needs.length > 1) return turn
  const ids = new Set(offered.map(({ id }) => id))
  const [best, next] = first.candidates.filter(({ target }) => ids.has(target))
  const top = first.candidates[0]
  if (!best || best.share < 2 * (next?.share ?? 0)) return turn
  if (best !== top && (isSure(turn) || best.share < 0.1)) return turn
  return {
    ...turn,
    needs: [{ ...first, candidates: [best], confidence: Math.max(first.confidence, thresholds.answer) }],
  }
}
