import { parseArgs } from 'node:util'
import { compile } from '../../src/knowledge/compile/compile.ts'
import { publish } from './long/figures.ts'
import type { Part } from './long/part.ts'
import { parts } from './long/parts.ts'
import { codeNow, forgetProgress } from './long/progress.ts'
import { takeRounds } from './long/run.ts'

/**
 * `npm run chaos [-- part …] [--fresh]`: the long form of what the tests in this folder do briefly. Each part goes in
 * rounds and can be broken off: the next start goes on after the last round, unless the code has changed or `--fresh` is
 * asked. At the end of a part its figures are written to docs/chaos.md. Ends with 1 when something was lost, doubled or
 * broken.
 */
const { positionals, values } = parseArgs({ allowPositionals: true, options: { fresh: { type: 'boolean' } } })

async function runPart(name: string, part: Part): Promise<boolean> {
  const code = codeNow()
  if (values.fresh) forgetProgress(name)
  const { sum, seconds, holds } = await takeRounds(name, part, code, console.log)
  await part.finish?.(sum)
  publish(name, { asked: part.asked, measured: part.measured(sum), holds, seconds, code })
  console.log(`${name}: ${holds ? 'holds' : 'DOES NOT HOLD'}`)
  return holds
}

compile(process.cwd(), console.log)
const chosen = positionals.length > 0 ? positionals : Object.keys(parts)
let sound = true
for (const name of chosen) {
  const part = parts[name]
  if (!part) throw new Error(`${name}: the parts are ${Object.keys(parts).join(', ')}`)
  const held = await runPart(name, part)
  sound &&= held
}
process.exit(sound ? 0 : 1)
