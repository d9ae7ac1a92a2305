import { parseArgs } from 'node:util'
import { build, type Patch } from '../test/chaos/harness/build.ts'
import { capacity, type LoadReport, limitsBite, newConversations, openWorker, sustained } from '../test/chaos/load.ts'

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

const line = ({ offered, messages, errors, ack, answer, cpu }: LoadReport): string =>
  `${offered}/s offered, ${messages} messages, ${errors} errors; ack p50 ${ack.p50} p95 ${ack.p95} p99 ${ack.p99} ms; answer p50 ${answer.p50} p95 ${answer.p95} p99 ${answer.p99} ms; ${cpu} ms of CPU each`

const ours = await openWorker(await build())
console.log(`sustained    ${line(await sustained(ours, { rate, seconds, people }))}`)
console.log(`new          ${line(await newConversations(ours, 80, Math.min(60, Math.ceil(seconds / 5))))}`)

const theirs = await openWorker(await build([bare]))
const turn = Math.max(3, Math.ceil(seconds / 20))
const reached = { ours: { rate: 0, cpu: 0 }, bare: { rate: 0, cpu: 0 } }
for (let round = 0; round < 3; round++) {
  for (const [name, worker] of [
    ['bare', theirs],
    ['ours', ours],
  ] as const) {
    const { rate, cpu } = await capacity(worker, turn, `${name}${round}`)
    reached[name] = { rate: reached[name].rate + rate / 3, cpu: reached[name].cpu + cpu / 3 }
  }
}
const percent = (share: number): string => `${(100 * share).toFixed(0)} %`
console.log(
  `capacity     ours ${reached.ours.rate.toFixed(0)}/s and ${reached.ours.cpu.toFixed(1)} ms of CPU each, bare inbox ${reached.bare.rate.toFixed(0)}/s and ${reached.bare.cpu.toFixed(1)} ms: ${percent(reached.ours.rate / reached.bare.rate)} of its pace, ${percent(reached.bare.cpu / reached.ours.cpu)} by CPU`,
)
console.log('limits      ', JSON.stringify(await limitsBite(ours, Math.min(30, seconds))))
await ours.close()
await theirs.close()
process.exit(0)
