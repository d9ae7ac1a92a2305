import fc from 'fast-check'
import { compile } from '../../src/knowledge/compile/compile.ts'
import { runBadInput } from './bad-input.ts'
import { runBadInputOverHttp } from './bad-input-http.ts'
import { bothEnds, histories } from './disorder.ts'
import { build } from './harness/build.ts'
import { runKills } from './kills.ts'

/**
 * `npm run chaos [-- part …]`: the long form of what the tests in this folder do briefly. Each part prints what it found;
 * the process ends with 1 when something was lost, doubled or broken.
 */
const parts: Record<string, () => Promise<boolean>> = { kills, disorder, 'bad-input': badInput, http }

async function kills(): Promise<boolean> {
  const plan = { people: 1000, turns: 25, rate: 80, kills: 200, seed: 2026, quiet: 90 }
  const report = await runKills(await build(), plan)
  console.log(report)
  const { lost, doubled, undelivered, deliveredTwice, outOfOrder, forged } = report
  return lost + doubled + undelivered + deliveredTwice + outOfOrder + forged === 0
}

async function disorder(): Promise<boolean> {
  const details = await fc.check(
    fc.asyncProperty(histories, async (history) => {
      const { delivered, inOrder } = await bothEnds(history)
      return JSON.stringify(delivered) === JSON.stringify(inOrder)
    }),
    { numRuns: 10_000 },
  )
  console.log({ histories: details.numRuns, failed: details.failed, seed: details.seed })
  return !details.failed
}

async function badInput(): Promise<boolean> {
  const report = await runBadInput(1_000_000)
  console.log(report)
  return report.nobody === 0 && report.answers['5xx'] === undefined && report.p9999 <= 50
}

async function http(): Promise<boolean> {
  const report = await runBadInputOverHttp(await build(), 50_000)
  console.log(report)
  return report.answers['5xx'] === undefined && report.cutOff === 0 && report.stillUp
}

compile(process.cwd(), console.log)
const asked = process.argv.slice(2)
const chosen = asked.length > 0 ? asked : Object.keys(parts)
let sound = true
for (const name of chosen) {
  const part = parts[name]
  if (!part) throw new Error(`${name}: the parts are ${Object.keys(parts).join(', ')}`)
  const began = performance.now()
  console.log(`\n${name}`)
  const held = await part()
  console.log(`${name}: ${held ? 'holds' : 'DOES NOT HOLD'} (${Math.round((performance.now() - began) / 1000)} s)`)
  sound &&= held
}
process.exit(sound ? 0 : 1)
