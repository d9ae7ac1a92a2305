import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { whatsappAdapter } from '../../adapters/whatsapp/adapter.ts'
import { type FaultKind, faults } from '../../src/cli/phone/faults.ts'
import { readConfig } from '../../src/env.ts'
import { type FarSide, startFarSide, type Taken } from './harness/far-side.ts'
import { question } from './harness/random.ts'
import { messagesHook, signed, statusHook, variables } from './harness/whatsapp.ts'
import { type House, houseWith } from './house.ts'

/** Everything that can go wrong on the far side, over real connections, with a clock that goes as fast as we like. */
const minute = 60_000
const hour = 60 * minute

let farSide: FarSide
beforeAll(async () => {
  farSide = await startFarSide()
})
afterAll(() => farSide.close())

/** `patience`: long enough that a slow machine is no fault of the far side. */
function house(patience = 10_000): House {
  const read = readConfig({ ...variables(farSide.url), LOCAL_RUN: '1' })
  if (!read.ok) throw new Error(read.problems.join())
  const { whatsapp } = read.config
  return houseWith((clock) => [
    whatsappAdapter({ config: whatsapp, say: (name) => name, fetch, clock, count: () => {}, patience }),
  ])
}

const push = (world: House, body: string): Promise<Response> =>
  world.ask(new Request('http://localhost/webhooks/whatsapp', { method: 'POST', headers: signed(body), body }))

const say = (world: House, from: string, turn: number): Promise<Response> =>
  push(world, messagesHook([{ id: `wamid.${from}.${turn}`, from, text: question(turn), at: world.now() }]))

/** Ways to go wrong in which a message is never going to arrive as it is. */
const final: FaultKind[] = ['window', 'undeliverable', 'spam', 'form']
/** It arrived, though its answer was no answer: only a status can tell. */
const arrived = (Object.keys(faults) as FaultKind[]).filter((kind) => faults[kind].accepts)

/** Three questions, of which the first meets the fault so many times. */
async function threeQuestions(kind: FaultKind, times: number, tellsStatuses: boolean) {
  const world = house(kind === 'hang' ? 1000 : undefined)
  farSide.taken = []
  let left = times
  farSide.plan = () => {
    if (left-- <= 0) return null
    const { accepts, answer } = faults[kind]
    return { accepts, answer }
  }
  const told: Taken[] = []
  farSide.onTaken = (taken) => void told.push(taken)
  for (let turn = 0; turn < 3; turn++) await say(world, '32470000001', turn)
  await world.settle(hour, async () => {
    for (const taken of tellsStatuses ? told.splice(0) : []) await push(world, statusHook(taken, 'delivered'))
  })
  return world
}

const outboxOf = (world: House): { state: string; code: string | null; id: string }[] =>
  [...world.objects.storages.values()].flatMap(
    ({ database }) => database.prepare('SELECT id, state, code FROM outbox ORDER BY position').all() as never,
  )

const arrivals = (): string[] => farSide.taken.map(({ callback }) => decodeURIComponent(callback.split('|')[0] ?? ''))

describe('of the far side', () => {
  it('there are at least twenty kinds of fault', () => expect(Object.keys(faults).length).toBeGreaterThanOrEqual(20))

  it.each(Object.keys(faults) as FaultKind[])('%s: the rest goes on, everything once and in order', async (kind) => {
    const world = await threeQuestions(kind, 2, true)
    const outbox = outboxOf(world)
    const expected = outbox.filter(({ state }) => state === 'sent').map(({ id }) => id)
    expect([...new Set(arrivals())]).toEqual(expected)
    expect(outbox.map(({ state }) => state).slice(1)).toContain('sent')
    if (!final.includes(kind)) expect(outbox.map(({ state }) => state)).toEqual(['sent', 'sent', 'sent'])
    // With statuses, what arrived is known: nothing comes twice.
    expect(arrivals()).toHaveLength(expected.length)
  })

  it.each(arrived)('%s, and no status ever: it is sent again rather than lost', async (kind) => {
    const world = await threeQuestions(kind, 1, false)
    expect(outboxOf(world).map(({ state }) => state)).toEqual(['sent', 'sent', 'sent'])
    expect(arrivals().length).toBe(4)
  })

  it('ten minutes of silence are made good within a minute, in order', async () => {
    const world = house()
    const people = Array.from({ length: 25 }, (_, person) => `3247000${1000 + person}`)
    farSide.taken = []
    farSide.onTaken = () => {}
    farSide.plan = () => ({ accepts: false, answer: (response) => response.destroy() })
    for (let turn = 0; turn < 4; turn++) {
      for (const from of people) await say(world, from, turn)
      await world.pass(2.5 * minute)
    }
    expect(farSide.taken).toEqual([])
    farSide.plan = () => null
    await world.pass(minute)
    expect(outboxOf(world).filter(({ state }) => state !== 'sent')).toEqual([])
    expect(farSide.taken).toHaveLength(100)
    for (const from of people) {
      const own = farSide.taken.filter(({ to }) => to === from).map(({ callback }) => callback.split('|')[0])
      expect(own).toEqual(
        outboxOf(world)
          .map(({ id }) => id)
          .filter((id) => own.includes(id)),
      )
    }
  }, 90_000)
})
