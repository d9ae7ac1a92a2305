import type { AskOutput } from '../core/ask.ts'
import { type Memory, noMemory } from '../core/memory.ts'
import type { TalkInput } from '../core/ports.ts'
import { composeReply } from './steps/compose-reply.ts'
import { remember } from './talk/remember.ts'
import { begin, runSteps } from './turn.ts'
import type { World } from './world.ts'

/** One turn of a conversation: what is remembered fills in what the message leaves out. Pure. */
export function talk(input: TalkInput, memory: Memory | null, world: World): { output: AskOutput; memory: Memory } {
  const known = { ...noMemory, ...memory }
  const { said, at } = input
  const city = known.city ?? input.city
  const lang = known.lang ?? input.lang
  const begun = begin({ text: 'text' in said ? said.text : '', city, lang, at }, at)
  const { offline } = known
  const turn = runSteps({ ...begun, offline, memory: known, choice: 'choice' in said ? said.choice : null }, world)
  const output = composeReply(turn, world)
  return { output, memory: remember(turn, output) }
}
