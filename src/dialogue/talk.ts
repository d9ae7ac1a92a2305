import type { AskOutput } from '../core/ask.ts'
import { type Memory, noMemory } from '../core/memory.ts'
import type { TalkInput } from '../core/ports.ts'
import { showTarget } from './show-target.ts'
import { takeTurn } from './turn.ts'
import type { World } from './world.ts'

/** One turn of a conversation: what is remembered fills in what the message leaves out. Pure. */
export function talk(input: TalkInput, memory: Memory | null, world: World): { output: AskOutput; memory: Memory } {
  const known = memory ?? noMemory
  const output = answer(input, known, world)
  return { output, memory: remember(output, known) }
}

function answer({ said, at, ...given }: TalkInput, known: Memory, world: World): AskOutput {
  const city = known.city ?? given.city
  const lang = given.lang ?? known.lang
  if ('choice' in said) return showTarget(said.choice, { lang: lang ?? 'nl', city }, world, at)
  return takeTurn({ text: said.text, city, lang, at }, world, at)
}

function remember(output: AskOutput, { failures }: Memory): Memory {
  return {
    city: output.city,
    lang: output.lang,
    targets: output.services.map(({ id }) => id),
    asked: output.unknown,
    outcome: output.outcome,
    offered: output.reply.choices,
    failures: output.outcome.startsWith('unanswerable') ? failures + 1 : 0,
  }
}
