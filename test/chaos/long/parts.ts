import { writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { type BadInputReport, runBadInput, type Slow } from '../bad-input.ts'
import { type HttpReport, runBadInputOverHttp } from '../bad-input-http.ts'
import { bothEnds, histories } from '../disorder.ts'
import { build } from '../harness/build.ts'
import { type KillReport, runKills } from '../kills.ts'
import { runTeamsKills, type TeamsKillReport } from '../teams-kills.ts'
import { type Part, summed } from './part.ts'

const killsEach = 20
const people = 250
const turns = 10

const kills: Part<KillReport> = {
  rounds: 10,
  asked: 'kill −9, 200 times over 50,000 messages, web and WhatsApp: 0 lost, 0 doubled, in order',
  run: async (round) =>
    runKills(await build(), { people, turns, rate: 80, kills: killsEach, seed: 2026 + round, quiet: 90 }),
  add: (one, other) => ({ ...summed(one, other), atOnce: Math.max(one.atOnce, other.atOnce) }),
  holds: ({ lost, doubled, undelivered, deliveredTwice, outOfOrder, forged, atOnce }) =>
    lost + doubled + undelivered + deliveredTwice + outOfOrder + forged === 0 && atOnce === 1,
  measured: ({ messages, copies, kills, ...found }) =>
    `${messages} messages and ${copies} copies, ${kills} kills: ${found.lost} lost, ${found.doubled} doubled, ${found.undelivered} undelivered, ${found.deliveredTwice} delivered twice, ${found.outOfOrder} out of order, ${found.forged} forged`,
}

const teamsKills: Part<TeamsKillReport> = {
  rounds: 5,
  asked:
    'kill −9, 50 times, with Teams: 0 lost; doubled no oftener than kills hit a send window, at most once in a conversation, 0 outside it',
  run: async (round) =>
    runTeamsKills(await build(), { people: 100, turns: 4, rate: 16, kills: 10, seed: 2026 + round }),
  add: (one, other) => ({
    ...summed(one, other),
    inOneConversation: Math.max(one.inOneConversation, other.inOneConversation),
  }),
  holds: ({ lost, doubled, windows, doubledInside, doubledOutside, inOneConversation, outOfOrder, forged }) =>
    lost + doubled + doubledOutside + outOfOrder + forged === 0 && doubledInside <= windows && inOneConversation <= 1,
  measured: ({ messages, copies, kills, ...found }) =>
    `${messages} messages and ${copies} copies, ${kills} kills: ${found.lost} lost, ${found.doubled} heard twice; ${found.windows} kills hit a send window and doubled ${found.doubledInside}, at most ${found.inOneConversation} in a conversation; ${found.doubledOutside} doubled outside, ${found.outOfOrder} out of order, ${found.forged} forged`,
}

type Histories = { histories: number; failed: number }
const each = 250

const disorder: Part<Histories> = {
  rounds: 40,
  asked: '10,000 histories, shuffled, 1 to 5 copies, days late: the same end as in order',
  async run(round) {
    const property = fc.asyncProperty(histories, async (history) => {
      const { delivered, inOrder } = await bothEnds(history)
      return JSON.stringify(delivered) === JSON.stringify(inOrder)
    })
    const { numRuns, failed, counterexample } = await fc.check(property, { numRuns: each, seed: 2026 + round })
    if (failed) console.log(JSON.stringify(counterexample))
    return { histories: numRuns, failed: failed ? 1 : 0 }
  },
  add: summed,
  holds: ({ failed }) => failed === 0,
  measured: ({ histories, failed }) => `${histories} histories, ${failed} that ended otherwise`,
}

const inputs = 20_000
/** More than one in ten thousand of all rounds together. */
const slowestKept = 200

const badInput: Part<BadInputReport> = {
  rounds: 50,
  asked:
    '1,000,000 spoiled requests in process: 0 answers in the 5xx, nobody made of nothing, p99.99 at most 50 ms of CPU',
  run: (round) => runBadInput(inputs, 1 + round * inputs, slowestKept),
  add: (one, other) => ({ ...summed({ ...one, slowest: 0 }, { ...other, slowest: 0 }), slowest: joined(one, other) }),
  holds: (sum) => sum.nobody === 0 && sum.answers['5xx'] === undefined && p9999(sum) <= 50,
  measured: (sum) =>
    `${sum.requests} requests: ${JSON.stringify(sum.answers).replace(/["{}]/g, '')}; ${sum.nobody} made of nothing; p99.99 ${p9999(sum).toFixed(1)} ms`,
  finish: async ({ slowest }) => keepWorst(slowest),
}

const joined = (one: BadInputReport, other: BadInputReport): Slow[] =>
  [...one.slowest, ...other.slowest].sort((a, b) => b.milliseconds - a.milliseconds).slice(0, slowestKept)

const p9999 = ({ requests, slowest }: BadInputReport): number =>
  slowest[Math.floor(requests / 10_000)]?.milliseconds ?? 0

/** The ten that are slow each time, and not only when the machine had something else to do. */
async function keepWorst(slowest: Slow[]): Promise<void> {
  const measured: Slow[] = []
  for (const { seed } of slowest.slice(0, 100)) {
    const times: number[] = []
    for (let time = 0; time < 3; time++) times.push((await runBadInput(1, seed)).slowest[0]?.milliseconds ?? 0)
    measured.push({ seed, milliseconds: Math.min(...times) })
  }
  const worst = measured.sort((a, b) => b.milliseconds - a.milliseconds).slice(0, 10)
  writeFileSync('test/chaos/worst-seeds.json', `[${worst.map(({ seed }) => seed).join(', ')}]\n`)
}

const overHttp = 5000

const http: Part<HttpReport> = {
  rounds: 10,
  asked: '50,000 spoiled requests over HTTP: 0 answers in the 5xx, none cut off, the Worker stays up',
  run: async (round) => runBadInputOverHttp(await build(), overHttp, 1 + round * overHttp),
  add: (one, other) => ({ ...summed(one, other), stillUp: one.stillUp && other.stillUp }),
  holds: ({ answers, cutOff, stillUp }) => answers['5xx'] === undefined && cutOff === 0 && stillUp,
  measured: ({ requests, answers, cutOff }) =>
    `${requests} requests: ${JSON.stringify(answers).replace(/["{}]/g, '')}; ${cutOff} cut off`,
}

export const parts: Record<string, Part> = { kills, 'teams-kills': teamsKills, disorder, 'bad-input': badInput, http }
