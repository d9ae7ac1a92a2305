import { parseArgs } from 'node:util'
import { build, type Patch } from '../test/chaos/harness/build.ts'
import {
  type Cpu,
  capacity,
  type LoadReport,
  limitsBite,
  newConversations,
  openWorker,
  sustained,
  type Times,
  type Worker,
} from '../test/chaos/load.ts'
import { type Line, publish } from './load/publish.ts'

/**
 * `npm run bench:load`: how much the Worker carries, in the runtime of `npm start`, with the client on the same machine.
 * Beside it a bare inbox: the same object without an assistant, turn by turn in one run, so that both meet the same
 * machine. `--seconds` shortens it, `--rate` asks for another pace. Its figures are written to docs/load.md.
 */
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '300' },
    rate: { type: 'string', default: '200' },
    people: { type: 'string', default: '2000' },
  },
})
const seconds = Number(values.seconds)
const rate = Number(values.rate)
const people = Number(values.people)

/** The object, the store and the sending, and one fixed answer. */
const bare: Patch = {
  file: 'src/conversation/turn.ts',
  find: 'room.assistant.talk(inputOf(state, said, at), memory)',
  replace: `((text) => ({
    output: { id: null, outcome: 'answered', lang: 'nl', city: 'gent', district: null, contactType: 'information', confidence: 1,
      services: [], organisations: [], lifeEvent: null, answers: [], organisation: null, channels: [], facts: [], unknown: [],
      sources: [], reply: { text, lead: [text], choices: [] } } as AskOutput,
    memory: { ...(memory ?? { city: 'gent', lang: 'nl', targets: [], asked: [], outcome: null, offered: [], failures: 0 }), at: inputOf(state, said, at).at } as Memory,
  }))('Een vast antwoord.')`,
}

const spent = ({ worker, client }: Cpu): string =>
  `${worker.toFixed(1)} ms of CPU each, and ${client.toFixed(1)} of the client`
const times = (name: string, { p50, p95, p99 }: Times): string => `${name} p50 ${p50} p95 ${p95} p99 ${p99} ms`

const said = ({ offered, messages, errors, kinds, ack, answer, cpu }: LoadReport): string =>
  [
    `${offered}/s offered, ${messages} messages, ${errors} errors${errors > 0 ? ` ${JSON.stringify(kinds).replaceAll('"', '')}` : ''}`,
    times('ack', ack),
    ...(answer.p50 > 0 ? [times('answer', answer)] : []),
    spent(cpu),
  ].join('; ')

const lines: Line[] = []
function tell(measure: string, asked: string, measured: string, holds: boolean): void {
  console.log(`${measure}: ${measured}: ${holds ? 'holds' : 'DOES NOT HOLD'}`)
  lines.push({ measure, asked, measured, holds })
}

/** As long as the compiler of the runtime takes to know the code: a Worker that was never asked anything answers slowly. */
const warmUp = (worker: Worker) => sustained(worker, { rate: 40, seconds: Math.min(15, seconds), people: 400 })

const ours = await openWorker(await build())
await warmUp(ours)

const held = await sustained(ours, { rate, seconds, people })
tell(
  'sustained, the full path',
  '200 messages/s for 5 minutes over 2,000 conversations; ack p95 ≤ 150 ms, answer p95 ≤ 1.5 s, 0 errors',
  `${said(held)}; ${seconds} s over ${people} conversations`,
  rate >= 200 && seconds >= 300 && held.errors === 0 && held.ack.p95 <= 150 && held.answer.p95 <= 1500,
)
// On a Worker of its own: on the other the conversations of those five minutes fall asleep meanwhile.
const rested = await openWorker(await build())
await warmUp(rested)
const begun = await newConversations(rested, 80, Math.min(60, Math.ceil(seconds / 5)))
await rested.close()
tell('new conversations', '80/s', said(begun), begun.errors === 0 && begun.ack.p95 <= 1500)

const theirs = await openWorker(await build([bare]))
const turn = Math.max(4, Math.ceil(seconds / 20))
const rounds = 3
const none = (): { rate: number; cpu: Cpu } => ({ rate: 0, cpu: { worker: 0, client: 0 } })
const reached = { ours: none(), bare: none() }
for (let round = 0; round < rounds; round++) {
  for (const [name, worker] of [
    ['bare', theirs],
    ['ours', ours],
  ] as const) {
    const { rate, cpu } = await capacity(worker, { seconds: turn, people: 800 })
    const sum = reached[name]
    sum.rate += rate / rounds
    sum.cpu = { worker: sum.cpu.worker + cpu.worker / rounds, client: sum.cpu.client + cpu.client / rounds }
  }
}
const percent = (share: number): string => `${(100 * share).toFixed(0)} %`
const share = reached.ours.rate / reached.bare.rate
tell(
  'against a bare inbox',
  '60 % of its throughput',
  `${percent(share)}: ${reached.ours.rate.toFixed(0)}/s at ${spent(reached.ours.cpu)}, the bare inbox ${reached.bare.rate.toFixed(0)}/s at ${spent(reached.bare.cpu)}; by CPU ${percent(reached.bare.cpu.worker / reached.ours.cpu.worker)}`,
  share >= 0.6,
)
const limited = await limitsBite(ours, Math.min(30, seconds))
tell(
  'one who asks far too much',
  '429 with Retry-After, others unharmed',
  JSON.stringify(limited).replaceAll('"', ''),
  limited.withoutRetryAfter === 0 && (limited.flooder[429] ?? 0) > 0 && limited.others.harmed === 0,
)
await ours.close()
await theirs.close()
publish(lines, `npm run bench:load -- --seconds ${seconds} --rate ${rate} --people ${people}`)
process.exit(0)
