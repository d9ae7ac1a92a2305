import { parseArgs } from 'node:util'
import { compile } from '../../src/knowledge/compile/compile.ts'
import { publish } from './long/figures.ts'
import type { Part } from './long/part.ts'
import { parts } from './long/parts.ts'
import { codeNow, forgetProgress, readProgress, writeProgress } from './long/progress.ts'

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
  const progress = readProgress(name, code)
  console.log(`\n${name}: ${progress.done > 0 ? `goes on after round ${progress.done} of` : ''} ${part.rounds} rounds`)
  while (progress.done < part.rounds) {
    const began = performance.now()
    const found = await part.run(progress.done)
    progress.sum = progress.sum === null ? found : part.add(progress.sum, found)
    progress.done++
    progress.seconds += (performance.now() - began) / 1000
    writeProgress(name, progress)
    console.log(`  ${progress.done}/${part.rounds}, ${Math.round(progress.seconds)} s: ${part.measured(progress.sum)}`)
  }
  const holds = part.holds(progress.sum)
  await part.finish?.(progress.sum)
  publish(name, { asked: part.asked, measured: part.measured(progress.sum), holds, seconds: progress.seconds, code })
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
