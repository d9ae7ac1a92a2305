import { type Json, message } from '../adapters/teams/activities.ts'
import { openService, type Service } from '../adapters/teams/service.ts'
import { tenantId } from '../adapters/teams/signer.ts'
import { pause } from './harness/http.ts'
import { readKept } from './harness/kept.ts'
import { type KillFigures, killerOf } from './harness/killer.ts'
import { question, randomFrom } from './harness/random.ts'
import { type Supervisor, supervise } from './harness/supervisor.ts'

/**
 * The same kills with Teams, which tells nothing of what arrived and knows no key against doubles. So what was on its way
 * when the Worker died is sent again, and may come twice. What the connector wrote down is held against the disk as it
 * was at each kill: a double is allowed for a row that was on its way then, and that the connector had heard.
 */
export type TeamsKillPlan = { people: number; turns: number; rate: number; kills: number; seed: number }

export type TeamsKillReport = KillFigures & {
  /** Kills after which something came twice, because it was on its way and the connector had heard it. */
  windows: number
  /** Came again for a kill in its window. */
  doubledInside: number
  /** Of those, of one conversation by one kill, at most. */
  inOneConversation: number
  /** Came again and was not on its way at any kill, or oftener than it was. */
  doubledOutside: number
}

/** A message of ours as the connector hears it: nothing else tells one from another. */
type Key = string
const keyOf = (path: string, activity: unknown): Key => `${path} ${JSON.stringify(activity)}`
const pathOf = (conversation: string): string => `/emea/v3/conversations/${encodeURIComponent(conversation)}/activities`

type Said = { id: string; conversation: string }

export async function runTeamsKills(config: string, plan: TeamsKillPlan): Promise<TeamsKillReport> {
  const service = await openService()
  const worker = await supervise(config, { ...service.variables, CONVERSATION_PEPPER: 'pepper-of-a-test' })
  const random = randomFrom(plan.seed)
  const began = performance.now()
  const onTheWay: Map<Key, number>[] = []
  worker.whileDown = () => onTheWay.push(inTheWindow(worker, service))
  try {
    const killer = killerOf(worker, plan.kills, random)
    service.answer(() => {
      // Who is killed while it asks may or may not have been heard: here it was not.
      if (killer.at('asked')) return 'cut'
      // The answer is on its way before the Worker dies of it, or is not.
      if (!killer.at('taken')) setTimeout(() => killer.at('answered'), 1)
      return { status: 201 }
    })
    const { said, copies } = await everybodyTalks(worker, service, plan, random, () => killer.at('acknowledged'))
    await killer.done()
    if (onTheWay.length !== worker.kills) throw new Error('the disk was not read after each kill')
    await untilQuiet(worker)
    await worker.down()
    const seconds = (performance.now() - began) / 1000
    return { messages: said.length, copies, kills: worker.kills, seconds, ...report(worker, service, said, onTheWay) }
  } finally {
    await worker.close()
    await service.close()
  }
}

async function everybodyTalks(
  worker: Supervisor,
  service: Service,
  { people, turns, rate }: TeamsKillPlan,
  random: () => number,
  acknowledged: () => void,
): Promise<{ said: Said[]; copies: number }> {
  const said: Said[] = []
  let copies = 0
  const under: Promise<void>[] = []
  const start = performance.now()
  for (let turn = 0; turn < people * turns; turn++) {
    await pause(Math.max(0, start + (turn * 1000) / rate - performance.now()))
    const [person, nth] = [turn % people, Math.floor(turn / people)]
    const one = { id: `${person}.${nth}`, conversation: `a:${person}` }
    said.push(one)
    const activity = activityOf(one, question(nth))
    if (nth === 0) under.push(forge(worker, service, activityOf({ ...one, id: `${forged}${person}` }, 'dag')))
    const times = random() < 0.15 ? 2 : 1
    copies += times - 1
    const delivered = Array.from({ length: times }, () => deliver(worker, service, activity))
    under.push(Promise.all(delivered).then(acknowledged))
  }
  await Promise.all(under)
  return { said, copies }
}

const activityOf = ({ id, conversation }: Said, text: string): Json =>
  message(text, {
    id,
    timestamp: new Date().toISOString(),
    from: { id: `29:${conversation}` },
    conversation: { conversationType: 'personal', tenantId, id: conversation },
  })

/** Delivers until it is answered with 200, as a sender that never gives up. */
async function deliver(worker: Supervisor, service: Service, activity: Json): Promise<void> {
  for (;;) {
    const status = await service.tell(worker.url, activity).then(
      (response) => response.status,
      () => null,
    )
    if (status === 200) return
    await pause(100)
  }
}

const forged = 'forged.'

/** The same with a token that nobody signed. */
async function forge({ url }: Supervisor, { base }: Service, activity: Json): Promise<void> {
  const headers = { 'content-type': 'application/json', authorization: 'Bearer a.b.c' }
  const body = JSON.stringify({ ...activity, serviceUrl: `${base}/emea/` })
  await fetch(`${url}/api/messages`, { method: 'POST', headers, body }).catch(() => {})
}

type Row = { key: Key; state: string }

const rowsOf = ({ dataDir }: Supervisor): Row[] =>
  readKept(dataDir).flatMap(({ conversation, outbox }) =>
    outbox.map(({ payload, state }) => ({
      key: keyOf(pathOf(conversation), (JSON.parse(payload) as { activity: unknown }).activity),
      state,
    })),
  )

const heardBy = ({ sent }: Service): Map<Key, number> => {
  const times = new Map<Key, number>()
  for (const { path, body } of sent) times.set(keyOf(path, body), (times.get(keyOf(path, body)) ?? 0) + 1)
  return times
}

/** Rows of which the disk says that they are on their way, with how often the connector had heard them. */
function inTheWindow(worker: Supervisor, service: Service): Map<Key, number> {
  const heard = heardBy(service)
  const open = rowsOf(worker).filter(({ state, key }) => state === 'sending' && heard.has(key))
  return new Map(open.map(({ key }) => [key, heard.get(key) ?? 0]))
}

async function untilQuiet(worker: Supervisor): Promise<void> {
  const open = (): boolean => {
    try {
      return rowsOf(worker).some(({ state }) => state !== 'sent' && state !== 'dead')
    } catch {
      return true
    }
  }
  for (const until = performance.now() + 90_000; open() && performance.now() < until; ) await pause(500)
}

type Counts = Omit<TeamsKillReport, 'messages' | 'copies' | 'kills' | 'seconds'>

function report(worker: Supervisor, service: Service, said: Said[], onTheWay: Map<Key, number>[]): Counts {
  const kept = readKept(worker.dataDir)
  const heard = heardBy(service)
  const replies = new Map(kept.flatMap(({ replies }) => [...replies]))
  const answered = new Set(service.sent.map(({ path, body: { replyToId } }) => `${path} ${String(replyToId)}`))
  const again = [...heard].map(([key, times]) => ({ key, more: times - 1 })).filter(({ more }) => more > 0)
  const killsOf = (key: Key): number => onTheWay.filter((rows) => rows.has(key)).length
  // A kill doubled what was on its way then and was heard once more afterwards.
  const byKill = onTheWay.map((rows) =>
    [...rows].filter(([key, before]) => (heard.get(key) ?? 0) > before).map(([key]) => key.split(' ')[0] ?? ''),
  )
  return {
    lost: said.filter(({ id, conversation }) => !answered.has(`${pathOf(conversation)} ${id}`)).length,
    doubled: [...replies.values()].filter((times) => times > 1).length,
    windows: byKill.filter(({ length }) => length > 0).length,
    doubledInside: sum(again.map(({ key, more }) => Math.min(more, killsOf(key)))),
    inOneConversation: Math.max(0, ...byKill.map(mostOfOne)),
    doubledOutside: sum(again.map(({ key, more }) => Math.max(0, more - killsOf(key)))),
    outOfOrder: sum(kept.map((one) => disorder(one, service))),
    forged: [...replies.keys()].filter((id) => id.startsWith(forged)).length,
  }
}

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0)

/** How often what is named most is named. */
const mostOfOne = (names: string[]): number =>
  Math.max(0, ...names.map((name) => names.filter((other) => other === name).length))

/** Messages of one conversation that were first heard before an earlier one. */
function disorder({ conversation, outbox }: ReturnType<typeof readKept>[number], { sent }: Service): number {
  const path = pathOf(conversation)
  const first = [...new Set(sent.filter((one) => one.path === path).map(({ body }) => JSON.stringify(body)))]
  const places = outbox.map(({ payload }) =>
    first.indexOf(JSON.stringify((JSON.parse(payload) as { activity: unknown }).activity)),
  )
  return places.filter((place, at) => at > 0 && place < (places[at - 1] ?? 0)).length
}
