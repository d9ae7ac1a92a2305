import { type FarSide, startFarSide, type Taken } from './harness/far-side.ts'
import { pause } from './harness/http.ts'
import { type Kept, readKept } from './harness/kept.ts'
import { type Killer, type KillFigures, killerOf } from './harness/killer.ts'
import { question, randomFrom } from './harness/random.ts'
import { type Supervisor, supervise } from './harness/supervisor.ts'
import { history, newToken, type Reply, sayUntilAnswered } from './harness/web.ts'
import { deliver, messagesHook, post, type Said, signed, statusHook, variables } from './harness/whatsapp.ts'

/**
 * Messages in a steady stream, from the web and from WhatsApp, while the Worker is killed with kill −9 again and again:
 * at random, and at the moments that hurt most. Then everything is held against what both sides wrote down.
 */
export type KillPlan = {
  /** People on each side; each says `turns` things. */
  people: number
  turns: number
  /** Messages a second, of both sides together. */
  rate: number
  kills: number
  seed: number
  /** Seconds without a request after which nothing more is expected: far longer than the Worker waits for a status. */
  quiet: number
}

export type KillReport = KillFigures & {
  /** Answers that never arrived, or arrived more than once. */
  undelivered: number
  deliveredTwice: number
  /** Requests of one conversation under way at once, at most. */
  atOnce: number
}

export async function runKills(config: string, plan: KillPlan): Promise<KillReport> {
  const farSide = await startFarSide()
  const worker = await supervise(config, variables(farSide.url))
  const random = randomFrom(plan.seed)
  const began = performance.now()
  try {
    const killer = killWhile(worker, farSide, plan, random)
    const said = await everybodyTalks(worker, plan, random, killer.at)
    await killer.done()
    await untilQuiet(farSide, worker, plan.quiet)
    await killer.told()
    return {
      ...(await report(worker, farSide, said)),
      kills: worker.kills,
      seconds: (performance.now() - began) / 1000,
    }
  } finally {
    await worker.close()
    await farSide.close()
  }
}

type Everything = {
  whatsapp: Said[]
  web: { token: string; said: string[]; replies: Map<string, Reply> }[]
  copies: number
}

/** Kills while everybody talks, and lets the platform tell what became of each message. */
function killWhile(worker: Supervisor, farSide: FarSide, { kills }: KillPlan, random: () => number) {
  const killer = killerOf(worker, kills, random)
  const telling: Promise<unknown>[] = []
  // Who is killed while it asks may or may not have been heard: here it was not.
  farSide.plan = () => (killer.at('asked') ? { accepts: false, answer: (response) => response.destroy() } : null)
  farSide.onTaken = (taken) => {
    killer.at('taken')
    setTimeout(() => killer.at('answered'), 1)
    telling.push(...tellStatuses(worker, taken, random))
  }
  return {
    ...killer,
    /** When the platform has told everything, so that no push outlives the run. */
    told: async (): Promise<unknown> => Promise.all(telling),
  }
}

/** Two statuses for each message, as stubborn as everything that the platform pushes. */
const tellStatuses = (worker: Supervisor, taken: Taken, random: () => number): Promise<unknown>[] =>
  (
    [
      ['delivered', 30],
      ['read', 300],
    ] as const
  ).map(async ([status, wait]) => {
    await pause(wait + random() * 100)
    await deliver(worker.url, statusHook(taken, status))
  })

async function everybodyTalks(
  worker: Supervisor,
  { people, turns, rate }: KillPlan,
  random: () => number,
  at: Killer['at'],
): Promise<Everything> {
  const all: Everything = { whatsapp: [], web: [], copies: 0 }
  for (let person = 0; person < people; person++)
    all.web.push({ token: await newToken(worker.url), said: [], replies: new Map() })
  const under = new Set<Promise<unknown>>()
  const lines = new Map<number, Promise<unknown>>()
  const start = performance.now()
  for (let turn = 0; turn < people * turns * 2; turn++) {
    await pause(Math.max(0, start + (turn * 1000) / rate - performance.now()))
    const person = Math.floor(turn / 2) % people
    const nth = Math.floor(turn / 2 / people)
    const task = turn % 2 === 0 ? push(person, nth) : onTheWeb(person, nth)
    under.add(task)
    void task.finally(() => under.delete(task))
  }
  await Promise.all(under)
  return all

  async function push(person: number, nth: number): Promise<void> {
    const said = { id: `wamid.${person}.${nth}`, from: `3247${String(person).padStart(7, '0')}`, text: question(nth) }
    all.whatsapp.push(said)
    const hook = messagesHook([said])
    if (nth === 0) await forge(worker.url, messagesHook([{ ...said, id: `${forged}${person}` }]))
    const copies = random() < 0.15 ? 2 + Math.floor(random() * 3) : 1
    all.copies += copies - 1
    await Promise.all(Array.from({ length: copies }, () => deliver(worker.url, hook)))
    at('acknowledged')
  }

  /** One after the other for each citizen: the next is said when the former was answered. */
  async function onTheWeb(person: number, nth: number): Promise<void> {
    const before = lines.get(person)
    const citizen = all.web[person]
    if (!citizen) return
    const line = (async () => {
      await before
      const id = `web-${nth}`
      citizen.said.push(id)
      citizen.replies.set(id, await sayUntilAnswered(worker.url, citizen.token, id, question(nth)))
      at('acknowledged')
    })()
    lines.set(person, line)
    await line
  }
}

const forged = 'wamid.forged.'

/** The same, signed by somebody who does not know the key. */
const forge = (worker: string, body: string): Promise<number | null> =>
  post(worker, body, { ...signed(body), 'x-hub-signature-256': `sha256=${'0'.repeat(64)}` })

/** Until nothing is left to send; or nothing has arrived for so long that it never will. */
async function untilQuiet(farSide: FarSide, worker: Supervisor, patience: number): Promise<void> {
  let seen = -1
  let quiet = 0
  while (quiet < patience) {
    await pause(1000)
    const open = readOpen(worker)
    if (open === 0) return
    quiet = farSide.asked === seen ? quiet + 1 : 0
    seen = farSide.asked
  }
}

/** Rows that still have somewhere to go, as the disk tells while the Worker runs. */
function readOpen(worker: Supervisor): number {
  try {
    return readKept(worker.dataDir)
      .flatMap(({ outbox }) => outbox)
      .filter(({ state }) => state !== 'sent' && state !== 'dead').length
  } catch {
    return -1
  }
}

type Counts = Omit<KillReport, 'kills' | 'seconds'>

async function report(worker: Supervisor, farSide: FarSide, said: Everything): Promise<Counts> {
  const web = await Promise.all(
    said.web.map(async (citizen) => onWeb(citizen, await history(worker.url, citizen.token))),
  )
  await worker.down()
  const kept = readKept(worker.dataDir).filter(({ adapter }) => adapter === 'whatsapp')
  const heard = repliesByMessage(kept)
  const times = countTaken(farSide)
  const rows = kept.flatMap(({ outbox }) => outbox)
  return {
    messages: said.whatsapp.length + said.web.reduce((sum, { said }) => sum + said.length, 0),
    copies: said.copies,
    lost: said.whatsapp.filter(({ id }) => !heard.get(id)).length + sum(web.map(({ lost }) => lost)),
    doubled: [...heard.values()].filter((replies) => replies > 1).length + sum(web.map(({ doubled }) => doubled)),
    undelivered: rows.filter(({ id }) => !times.has(id)).length,
    deliveredTwice: rows.filter(({ id }) => (times.get(id) ?? 0) > 1).length,
    outOfOrder: sum(kept.map((one) => disorder(one, farSide))),
    atOnce: farSide.mostAtOnce,
    forged: [...heard.keys()].filter((id) => id.startsWith(forged)).length,
  }
}

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0)

/** Replies to each message; one that was kept under several names is still one. */
function repliesByMessage(kept: Kept[]): Map<string, number> {
  const all = new Map<string, number>()
  for (const [id, replies] of kept.flatMap(({ replies }) => [...replies])) {
    const [name = ''] = id.split('#')
    all.set(name, (all.get(name) ?? 0) + replies)
  }
  return all
}

/** Our id of a message, out of what comes back with it. */
const outboxIdOf = ({ callback }: Taken): string => decodeURIComponent(callback.split('|')[0] ?? '')

function countTaken({ taken }: FarSide): Map<string, number> {
  const times = new Map<string, number>()
  for (const one of taken) times.set(outboxIdOf(one), (times.get(outboxIdOf(one)) ?? 0) + 1)
  return times
}

/** Answers of one conversation that arrived before an earlier one. */
function disorder({ outbox }: Kept, { taken }: FarSide): number {
  const position = new Map(outbox.map(({ id, position }) => [id, position]))
  const arrived = taken.flatMap((one) => position.get(outboxIdOf(one)) ?? [])
  return arrived.filter((place, at) => at > 0 && place < (arrived[at - 1] ?? 0)).length
}

/** Everything said once, answered once, and numbered without gaps. */
function onWeb({ said, replies }: Everything['web'][number], messages: Awaited<ReturnType<typeof history>>) {
  const texts = new Map(messages.map(({ seq, text }) => [seq, text]))
  const lost = said.filter((id) => {
    const reply = replies.get(id)
    const [answer] = reply?.messages ?? []
    return !reply || !answer || texts.get(answer.seq) !== answer.text
  })
  const gaps = messages.filter(({ seq }, at) => seq !== at).length
  return { lost: lost.length + gaps, doubled: Math.max(0, messages.length - 1 - said.length * 2) }
}
