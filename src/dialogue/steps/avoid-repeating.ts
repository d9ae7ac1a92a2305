import { say } from '../say.ts'
import type { Decision, Turn } from '../turn-state.ts'
import type { World } from '../world.ts'

/** Failures in a row from which a person is offered. */
const enough = 2

/** The same question is never asked twice in a row, and who was not understood twice is offered a person. */
export function avoidRepeating(turn: Turn, world: World): Turn {
  const { memory } = turn
  if (!memory || !turn.decision) return turn
  const decision = withFailure(instead(turn.decision, turn))
  const failures = decision.failed ? memory.failures + 1 : 0
  return { ...turn, decision: failures >= enough ? offerPerson(decision, turn, world) : decision }
}

/** What comes in place of a question that was asked just before. */
function instead(decision: Decision, { memory }: Turn): Decision {
  if (decision.say || memory?.outcome !== decision.outcome) return decision
  if (decision.outcome === 'clarifying.city') return { ...decision, say: 'clarify.city.again', failed: true }
  const asked = new Set(memory.offered.map(({ id }) => id))
  const repeats = decision.choices?.every(({ id }) => asked.has(id)) ?? false
  const isService = decision.outcome === 'clarifying.service'
  return isService && repeats ? { outcome: 'answered', targets: decision.targets, say: 'both' } : decision
}

const withFailure = (decision: Decision): Decision =>
  decision.outcome.startsWith('unanswerable') && decision.targets.length === 0
    ? { ...decision, failed: true }
    : decision

/** An honest end with a way to a person; choices of a question that led nowhere stay, so that nothing is lost. */
function offerPerson({ outcome, choices = [] }: Decision, turn: Turn, world: World): Decision {
  const kept = outcome.startsWith('clarifying') ? choices.filter(({ id }) => id !== 'none' && id !== 'other') : []
  return {
    outcome: outcome.startsWith('unanswerable') ? outcome : 'unanswerable.not-known',
    targets: [],
    choices: [{ id: 'person', label: say(world, turn, 'choice.person') }, ...kept],
    say: 'offer.person',
    failed: true,
  }
}
