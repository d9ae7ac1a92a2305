import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { deskAt, handOver, raceClaims } from '../test/desk/load.ts'
import { running } from '../test/fixtures/running.ts'

/**
 * `npm run bench:desk-load`: colleagues who watch over WebSockets while citizens ask for a person, in the runtime of
 * `npm start`; then many who claim one chat at once. Everything runs on this one machine. A lost citizen, a deaf page or
 * a chat with two colleagues ends it with 1.
 */
const { values } = parseArgs({
  options: {
    agents: { type: 'string', default: '100' },
    rate: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '120' },
    claims: { type: 'string', default: '100' },
  },
})
const folder = mkdtempSync(join(tmpdir(), 'loketwijzer-desk-'))
const worker = await running({ DATA_DIR: folder })
const desk = await deskAt(worker.signInLink)
const times = Number(values.claims)
const once = await raceClaims(desk, { parallel: 50, times })
console.log(`claims      50 at once: exactly one had the chat ${once} of ${times} times`)
const load = { agents: Number(values.agents), rate: Number(values.rate), seconds: Number(values.seconds) }
const { asked, lost, alerts, deaf } = await handOver(desk, load)
const at = (part: number): number => alerts[Math.ceil(alerts.length * part) - 1] ?? Number.NaN
console.log(
  `handed over ${asked} chats, ${load.rate} a second, to ${load.agents} pages: ${lost} lost, ${deaf} deaf pages`,
)
console.log(`alert       p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, worst ${at(1)} ms`)
await worker.stop()
rmSync(folder, { recursive: true, force: true })
process.exit(lost + deaf > 0 || once < times ? 1 : 0)
