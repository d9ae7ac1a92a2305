import { pick } from '../talk/pick.ts'
import { reactionIn } from '../talk/reactions.ts'
import { choiceIn } from '../talk/read-reply.ts'
import type { Turn } from '../turn-state.ts'
import type { World } from '../world.ts'

/**
 * A message that reacts to our last reply needs no search: a choice that was tapped or typed, yes or no, back, start
 * over, a person. Anything else goes on to the next step.
 */
export function takeReply(turn: Turn, world: World): Turn {
  const { memory, text } = turn
  if (!memory) return turn
  const choice = turn.choice ?? choiceIn(text, memory, world) ?? reactionIn(text, world)
  return choice === null ? turn : pick(choice, turn, memory, world)
}
