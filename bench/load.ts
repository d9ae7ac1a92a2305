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
} from '../test/chaos/load.ts'

/**
 * `npm run bench:load`: how much the Worker carries, in the runtime of `npm start`, with the client on the same machine.
 * Beside it a bare inbox: the same object without an assistant, turn by turn in one run, so that both meet the same
 * machine. `--seconds` shortens it.
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

const line = ({ offered, messages, errors, kinds, ack, answer, cpu }: LoadReport): string =>
  [
    `${offered}/s offered, ${messages} messages, ${errors} errors${errors > 0 ? ` ${JSON.stringify(kinds)}` : ''}`,
    times('ack', ack),
    ...(answer.p50 > 0 ? [times('answer', answer)] : []),
    spent(cpu),
  ].join('; ')

const ours = await openWorker(await build())
console.log(`sustained    ${line(await sustained(ours, { rate, seconds, people }))}`)
console.log(`new          ${line(await newConversations(ours, 80, Math.min(60, Math.ceil(seconds / 5))))}`)

const theirs = await openWorker(await build([bare]))
const turn = Math.max(3, Math.ceil(seconds / 20))
const rounds = 3
const none = (): { rate: number; cpu: Cpu } => ({ rate: 0, cpu: { worker: 0, client: 0 } })
const reached = { ours: none(), bare: none() }
for (let round = 0; round < rounds; round++) {
  for (const [name, worker] of [
    ['bare', theirs],
    ['ours', ours],
  ] as const) {
    const { rate, cpu } = await capacity(worker, { seconds: turn, people })
    const sum = reached[name]
    sum.rate += rate / rounds
    sum.cpu = { worker: sum.cpu.worker + cpu.worker / rounds, client: sum.cpu.client + cpu.client / rounds }
  }
}
const percent = (share: number): string => `${(100 * share).toFixed(0)} %`
for (const [name, { rate, cpu }] of Object.entries(reached))
  console.log(`capacity     ${name} ${rate.toFixed(0)}/s; ${spent(cpu)}`)
console.log(
  `             ${percent(reached.ours.rate / reached.bare.rate)} of the pace of a bare inbox, ${percent(reached.bare.cpu.worker / reached.ours.cpu.worker)} by CPU`,
)
console.log('limits      ', JSON.stringify(await limitsBite(ours, Math.min(30, seconds))))
await ours.close()
await theirs.close()
process.exit(0)
