import { type Memory, noMemory } from '../../core/memory.ts'
import { decisionFor } from '../show-target.ts'
import { offer } from '../steps/ask.ts'
import { elsewhere } from '../steps/decide.ts'
import { cityOf, nameIn } from '../targets.ts'
import type { Decision, Turn } from '../turn-state.ts'
import type { World } from '../world.ts'
import { about, inCity, showAgain, whatWasAsked } from './subject.ts'

type Pick = (turn: Turn, memory: Memory, world: World) => Turn | null

/** What a choice leads to that is no page: the reactions, and the choices that belong to a question. */
const picks: Record<string, Pick> = {
  person: (turn) => decided(turn, { outcome: 'handed-off', targets: [] }),
  restart: (turn) => ({
    ...decided(turn, { outcome: 'answered.about', targets: [], subject: 'opnieuw' }),
    memory: noMemory,
  }),
  back: goBack,
  yes: agree,
  no: deny,
  none: deny,
  other: (turn) => decided(turn, elsewhere()),
}

/** The turn that picks a choice: decided, or null when the choice means nothing here and the words must be searched. */
export function pick(choice: string, turn: Turn, memory: Memory, world: World): Turn {
  const known = Object.hasOwn(picks, choice) ? picks[choice] : undefined
  if (known) return known(turn, memory, world) ?? turn
  if (Object.hasOwn(world.catalogue.cities, choice)) return inCity(choice, turn, memory, world)
  const rest = /^more:(\d{1,3})$/.exec(choice)?.[1]
  if (rest) return decided(turn, moreOf(Number(rest), memory))
  return showPicked(choice, turn, memory, world)
}

const decided = (turn: Turn, decision: Decision): Turn => ({ ...turn, decision })

/** A page or body that was chosen; what was asked about it is still asked. */
function showPicked(target: string, turn: Turn, memory: Memory, world: World): Turn {
  const own = cityOf(nameIn(target))
  const city = Object.hasOwn(world.catalogue.cities, own) ? own : turn.city
  const placed = { ...turn, city, ...whatWasAsked(memory), lostDocument: memory.lostDocument }
  const decision = decisionFor(target, placed.city, world)
  return about(decision.targets, { ...placed, decision: { ...decision, failed: decision.targets.length === 0 } })
}

/** The choices that a platform had no room for. */
function moreOf(from: number, { offered, targets, outcome }: Memory): Decision {
  const choices = offered.slice(from)
  if (choices.length === 0) return { outcome: 'unanswerable.not-known', targets: [], failed: true }
  return { outcome: isQuestion(outcome) ? outcome : 'clarifying.service', targets, choices, say: 'choice.more' }
}

const isQuestion = (outcome: Memory['outcome']): outcome is 'clarifying.service' | 'clarifying.city' =>
  outcome === 'clarifying.service' || outcome === 'clarifying.city'

/** "Yes" to a question with several answers says nothing yet; to an answer it ends the subject. */
function agree(turn: Turn, { outcome, offered, targets }: Memory): Turn | null {
  if (outcome === null) return null
  if (isQuestion(outcome) && offered.length > 0)
    return decided(turn, { outcome, targets, choices: offered, say: 'clarify.which', failed: true })
  return decided(turn, { outcome: 'answered.about', targets: [], say: 'goOn' })
}

/** "No, not that": what else it might have been, or an honest end. */
function deny(turn: Turn, memory: Memory, world: World): Turn | null {
  const { outcome, others, targets } = memory
  if (outcome === null && turn.choice === null) return null
  const left = others.filter((target) => !targets.includes(target)).slice(0, 3)
  if (outcome === 'answered' && left.length > 0)
    return decided(turn, { ...offer(left, turn, world), say: 'clarify.else', failed: true })
  return decided(turn, { outcome: 'unanswerable.not-known', targets: [], say: 'notThat', failed: true })
}

/** One reply back; what is left by going back is not kept. Without one there is nothing to go back to. */
function goBack(turn: Turn, memory: Memory, world: World): Turn {
  const step = memory.trail.at(-1)
  const left = { ...memory, targets: [], trail: memory.trail.slice(0, -1) }
  if (!step)
    return { ...decided(turn, { outcome: 'answered.about', targets: [], subject: 'opnieuw' }), memory: noMemory }
  return showAgain(step, { ...turn, city: step.city, memory: left }, world)
}
