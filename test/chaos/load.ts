import { type FarSide, startFarSide, type Taken } from './harness/far-side.ts'
import { pause } from './harness/http.ts'
import { question } from './harness/random.ts'
import { type Supervisor, supervise } from './harness/supervisor.ts'
import { begin, newToken, say } from './harness/web.ts'
import { deliver, messagesHook, post, statusHook, variables } from './harness/whatsapp.ts'

/**
 * Load as it comes: at a fixed pace, whether or not the former was answered, so that a Worker that falls behind cannot
 * hide it. Times count from the moment at which a message was due.
 */
export type Times = { p50: number; p95: number; p99: number }

/** Milliseconds of CPU for each message, statuses and sending included. `client`: this process, Meta's side in it. */
export type Cpu = { worker: number; client: number }

export type LoadReport = {
  offered: number
  seconds: number
  messages: number
  errors: number
  ack: Times
  answer: Times
  /** What went wrong, and how often: `web 429`, `whatsapp 503`, `unanswered`. */
  kinds: Record<string, number>
  cpu: Cpu
}

/**
 * Which run of this process it is. It goes into every id: a message under an id of an earlier run is a copy to the
 * Worker, which rightly answers it no more.
 */
let runs = 0

export type Worker = { worker: Supervisor; farSide: FarSide; close(): Promise<void> }

export async function openWorker(config: string): Promise<Worker> {
  const farSide = await startFarSide()
  const worker = await supervise(config, variables(farSide.url))
  return {
    worker,
    farSide,
    async close() {
      await worker.close()
      await farSide.close()
    },
  }
}

export function timesOf(measured: number[]): Times {
  const sorted = measured.toSorted((a, b) => a - b)
  const at = (share: number): number =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

/** Does `task` at a fixed pace, and waits until all of it is done. */
async function atPace(rate: number, seconds: number, task: (at: number, due: number) => Promise<void>): Promise<void> {
  const start = performance.now()
  const under: Promise<void>[] = []
  for (let at = 0; at < rate * seconds; at++) {
    const due = start + (at * 1000) / rate
    if (due > performance.now()) await pause(due - performance.now())
    under.push(task(at, due))
  }
  await Promise.all(under)
}

/**
 * Half on the web, half on WhatsApp with two statuses for each reply. All conversations were begun before it counts: how
 * fast that goes is measured apart.
 */
export async function sustained(
  { worker, farSide }: Worker,
  { rate, seconds, people }: { rate: number; seconds: number; people: number },
): Promise<LoadReport> {
  const run = ++runs
  const tokens = await warm(worker, people / 2)
  await greetAll(worker, farSide, { run, people: people / 2 })
  const spent = meter(worker)
  const wrong = tally()
  const acks: number[] = []
  const answers: number[] = []
  const waiting = new Map<string, number[]>()
  farSide.onTaken = (taken) => {
    const due = waiting.get(taken.to)?.shift()
    if (due !== undefined) answers.push(performance.now() - due)
    tellTwice(worker.url, taken)
  }
  const turns = new Map<number, number>()
  await atPace(rate, seconds, async (at, due) => {
    const person = Math.floor(at / 2) % tokens.length
    const turn = turns.get(at % 2 === 0 ? person : -1 - person) ?? 0
    turns.set(at % 2 === 0 ? person : -1 - person, turn + 1)
    if (at % 2 === 0) {
      const from = phone(person, run)
      waiting.set(from, [...(waiting.get(from) ?? []), due])
      const status = await post(
        worker.url,
        messagesHook([{ id: `wamid.${run}.${person}.${turn}`, from, text: question(turn) }]),
      )
      if (status !== 200) wrong.add(`whatsapp ${status}`)
      acks.push(performance.now() - due)
      return
    }
    const answer = await say(worker.url, tokens[person] ?? '', `web-${run}-${turn}`, question(turn)).catch(() => null)
    if (answer?.status !== 200) wrong.add(`web ${answer?.status}`)
    const took = performance.now() - due
    acks.push(took)
    answers.push(took)
  })
  await pause(3000)
  wrong.add('unanswered', [...waiting.values()].flat().length)
  return {
    offered: rate,
    seconds,
    messages: rate * seconds,
    ...wrong.all(),
    ack: timesOf(acks),
    answer: timesOf(answers),
    cpu: spent(rate * seconds),
  }
}

function tally() {
  const kinds: Record<string, number> = {}
  return {
    add(kind: string, times = 1): void {
      if (times > 0) kinds[kind] = (kinds[kind] ?? 0) + times
    },
    all: () => ({ kinds, errors: Object.values(kinds).reduce((sum, times) => sum + times, 0) }),
  }
}

/** What both sides spend from now on, for each of so many messages. */
function meter(worker: Supervisor): (messages: number) => Cpu {
  const before = worker.cpu()
  const own = process.cpuUsage()
  return (messages) => {
    const { user, system } = process.cpuUsage(own)
    return { worker: ((worker.cpu() - before) * 1000) / messages, client: (user + system) / 1000 / messages }
  }
}

/** In each run somebody else, whose day has not begun: who says the same again within a minute is not answered. */
const phone = (person: number, run = 0): string => `324${run % 10}${String(person).padStart(7, '0')}`

function tellTwice(worker: string, taken: Taken): void {
  for (const [status, wait] of [
    ['delivered', 50],
    ['read', 400],
  ] as const)
    setTimeout(() => void deliver(worker, statusHook(taken, status)), wait)
}

/** Everybody on WhatsApp writes once, and is answered. */
async function greetAll(worker: Supervisor, farSide: FarSide, { run, people }: { run: number; people: number }) {
  farSide.onTaken = (taken) => tellTwice(worker.url, taken)
  for (let from = 0; from < people; from += 16) {
    const some = Array.from({ length: Math.min(16, people - from) }, (_, at) => from + at)
    await Promise.all(
      some.map((person) =>
        post(
          worker.url,
          messagesHook([{ id: `wamid.${run}.${person}.first`, from: phone(person, run), text: question(0) }]),
        ),
      ),
    )
  }
  await pause(3000)
}

/** Conversations on the web, begun. */
async function warm(worker: Supervisor, count: number): Promise<string[]> {
  const tokens: string[] = []
  while (tokens.length < count)
    tokens.push(
      ...(await Promise.all(Array.from({ length: Math.min(16, count - tokens.length) }, () => newToken(worker.url)))),
    )
  return tokens
}

/** New conversations at a fixed pace, half of each kind. */
export async function newConversations({ worker }: Worker, rate: number, seconds: number): Promise<LoadReport> {
  const run = ++runs
  const spent = meter(worker)
  const wrong = tally()
  const times: number[] = []
  await atPace(rate, seconds, async (at, due) => {
    const from = `3248${String(at).padStart(7, '0')}`
    const hook = messagesHook([{ id: `wamid.new.${run}.${at}`, from, text: question(at) }])
    const status = at % 2 === 0 ? await post(worker.url, hook) : (await begin(worker.url).catch(() => null))?.status
    if (status !== 200 && status !== 201) wrong.add(`${at % 2 === 0 ? 'whatsapp' : 'web'} ${status}`)
    times.push(performance.now() - due)
  })
  const messages = rate * seconds
  return {
    offered: rate,
    seconds,
    messages,
    ...wrong.all(),
    ack: timesOf(times),
    answer: timesOf([]),
    cpu: spent(messages),
  }
}

/** Who writes to a Worker that is measured more than once. */
const crowds = new WeakMap<Supervisor, string[]>()

/**
 * As fast as it goes with so many under way: the same full path, with so many people that none of them meets a limit.
 * Everybody writes once before it counts.
 */
export async function capacity(
  { worker, farSide }: Worker,
  { seconds, people }: { seconds: number; people: number },
): Promise<{ rate: number; cpu: Cpu }> {
  const run = ++runs
  const known = crowds.get(worker)
  const tokens = known ?? (await warm(worker, people / 2))
  crowds.set(worker, tokens)
  farSide.onTaken = (taken) => tellTwice(worker.url, taken)
  let at = 0
  const one = async (): Promise<boolean> => {
    const turn = Math.floor(at / people)
    const person = Math.floor(at / 2) % tokens.length
    if (at++ % 2 === 0) {
      const said = { id: `wamid.${run}.${person}.${turn}`, from: phone(person), text: question(turn) }
      return (await post(worker.url, messagesHook([said]))) === 200
    }
    const answer = await say(worker.url, tokens[person] ?? '', `web-${run}-${turn}`, question(turn)).catch(() => null)
    return answer?.status === 200
  }
  const inLines = async (until: () => boolean): Promise<number> => {
    let done = 0
    const line = async (): Promise<void> => {
      while (!until()) if (await one()) done++
    }
    await Promise.all(Array.from({ length: 32 }, line))
    return done
  }
  if (!known) {
    await inLines(() => at >= people)
    await pause(1500)
  }
  const spent = meter(worker)
  const end = performance.now() + seconds * 1000
  const done = await inLines(() => performance.now() > end)
  // What is still to be sent, and told of, belongs to it.
  await pause(1500)
  return { rate: done / seconds, cpu: spent(done) }
}

/** One who asks far too much, beside others who ask as people do. */
export async function limitsBite({ worker }: Worker, seconds: number) {
  // Ten messages a second of so many people that none of them asks more than a person may in a minute.
  const [flooder = '', ...others] = await warm(worker, 61)
  const answers: Record<number, number> = {}
  let withoutRetryAfter = 0
  const times: number[] = []
  let harmed = 0
  await atPace(60, seconds, async (at, due) => {
    if (at % 6 !== 0) {
      const refused = { status: 0, headers: {} as Record<string, unknown> }
      const { status, headers } = await say(worker.url, flooder, `flood-${at}`, question(at)).catch(() => refused)
      answers[status] = (answers[status] ?? 0) + 1
      if (status === 429 && !headers['retry-after']) withoutRetryAfter++
      return
    }
    const calm = await say(worker.url, others[(at / 6) % others.length] ?? '', `calm-${at}`, question(at)).catch(
      () => null,
    )
    if (calm?.status !== 200) harmed++
    times.push(performance.now() - due)
  })
  return { flooder: answers, withoutRetryAfter, others: { harmed, ...timesOf(times) } }
}
