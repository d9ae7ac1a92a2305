import fc from 'fast-check'
import type { AskOutput } from '../../src/core/ask.ts'
import { type Memory, noMemory } from '../../src/core/memory.ts'
import type { Assistant } from '../../src/core/ports.ts'
import { type PushItem, pushAdapter, pushPath, signatureOf } from '../fixtures/push/adapter.ts'
import { type House, houseWith } from './house.ts'

/**
 * Histories as platforms deliver them: each message one to five times, out of order, some of them days late. Whatever
 * the order, the conversation ends as if everything had come in order.
 */
const secret = 'secret-of-a-test'
const minute = 60_000
const day = 24 * 60 * minute

type Delivery = { item: PushItem; at: number }
export type History = { messages: { text: string; gap: number; delay: number; copies: number[] }[] }

const from = 'an'

export const histories: fc.Arbitrary<History> = fc.record({
  messages: fc.array(
    fc.record({
      text: fc.stringMatching(/^[a-z]{1,6}$/),
      /** Since the one before it. */
      gap: fc.integer({ min: 1, max: 90 * minute }),
      /** On its way: mostly seconds, at times hours or days. */
      delay: fc.oneof(
        { weight: 6, arbitrary: fc.integer({ min: 0, max: 10 * minute }) },
        { weight: 2, arbitrary: fc.integer({ min: 0, max: 20 * 60 * minute }) },
        { weight: 1, arbitrary: fc.integer({ min: 2 * day, max: 7 * day }) },
      ),
      /** When each further copy comes, after the first. */
      copies: fc.array(fc.integer({ min: 0, max: 6 * day }), { maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 12 },
  ),
})

/** An assistant that remembers every word in order: the strictest that an order can be held against. */
const remembering: Partial<Assistant> = {
  talk({ said }, memory) {
    const text = 'text' in said ? said.text : said.choice
    const next: Memory = { ...(memory ?? noMemory), targets: [...(memory?.targets ?? []), text] }
    return { output: outputOf(text), memory: next }
  },
}

const outputOf = (text: string): AskOutput => ({
  id: null,
  outcome: 'answered',
  lang: 'nl',
  city: 'gent',
  district: null,
  contactType: 'information',
  confidence: 1,
  services: [],
  organisations: [],
  lifeEvent: null,
  answers: [],
  organisation: null,
  channels: [],
  facts: [],
  unknown: [],
  sources: [],
  reply: { text, lead: [text], choices: [] },
})

const accepts: typeof fetch = async () => Response.json({ id: 'platform' })

const house = (): House =>
  houseWith(() => [pushAdapter({ secret, url: 'https://push.example', fetch: accepts })], remembering)

async function deliver(world: House, items: PushItem[]): Promise<void> {
  const body = JSON.stringify({ items })
  const headers = { 'x-signature': await signatureOf(new TextEncoder().encode(body), secret) }
  const answer = await world.ask(new Request(`http://localhost${pushPath}`, { method: 'POST', headers, body }))
  if (answer.status !== 200) throw new Error(`a delivery was answered with ${answer.status}`)
}

/** What a conversation ends as. */
type End = { memory: unknown; turns: unknown[]; replies: unknown[] }

function endOf({ objects }: House): End {
  const [storage] = [...objects.storages.values()]
  const all = (query: string): unknown[] => storage?.database.prepare(query).all() ?? []
  return {
    memory: all('SELECT memory FROM conversation'),
    turns: all('SELECT id, content, memory FROM inbox ORDER BY id'),
    replies: all(`SELECT inbox.id AS id, count(message.seq) AS times FROM inbox
      LEFT JOIN message ON message.arrival = inbox.arrival GROUP BY inbox.id ORDER BY inbox.id`),
  }
}

/** How a history ends, as it was delivered and as it would have been in order. */
export async function bothEnds({ messages }: History): Promise<{ delivered: End; inOrder: End }> {
  const base = house().now()
  let said = base
  const items = messages.map(({ text, gap, delay, copies }, at) => {
    said += gap
    const item = { id: `item-${at}`, from, at: new Date(said).toISOString(), kind: 'text', text: `${text} ${at}` }
    return { item, at: said + delay, copies, late: delay > day }
  })
  const deliveries: Delivery[] = items
    .flatMap(({ item, at, copies }) => [{ item, at }, ...copies.map((after) => ({ item, at: at + after }))])
    .toSorted((a, b) => a.at - b.at)
  const end = Math.max(...deliveries.map(({ at }) => at))
  const straight = [
    ...items.filter(({ late }) => !late).map(({ item }) => ({ item, at: Date.parse(item.at) })),
    ...items.filter(({ late }) => late).map(({ item }) => ({ item, at: end })),
  ]
  return { delivered: await play(deliveries), inOrder: await play(straight) }
}

async function play(deliveries: Delivery[]): Promise<End> {
  const world = house()
  for (const { item, at } of deliveries) {
    await world.pass(Math.max(0, at - world.now()))
    await deliver(world, [item])
  }
  return endOf(world)
}
