import { describe, expect, it } from 'vitest'
import type { DeskNotice } from '../../src/core/ports.ts'
import { officeIn } from '../../src/desk/office/office.ts'
import { localStorage } from '../fixtures/objects.ts'
import { type Platform, platform } from '../fixtures/push/platform.ts'
import { moment } from '../fixtures/world.ts'

const question = 'Ik ben verhuisd, wat moet ik doen?'
const day = 24 * 3_600_000

const tables = ['conversation', 'inbox', 'message', 'outbox', 'feedback', 'notice']

async function left(world: Platform): Promise<string[]> {
  const counted = await Promise.all(
    tables.map(async (table) => ({ table, count: (await world.rows('an', `SELECT * FROM ${table}`)).length })),
  )
  return counted.filter(({ count }) => count > 0).map(({ table }) => table)
}

describe('what is kept', () => {
  it('goes after the days of the configuration, by itself', async () => {
    const world = platform({ retentionDays: 10 })
    await world.deliver({ id: 'a', text: question })
    await world.pass(10 * day - 60_000)
    expect(await left(world)).toContain('message')
    await world.pass(2 * 60_000)
    expect(await world.tables('an')).toEqual([])
  })

  it('goes message by message where somebody comes back', async () => {
    const world = platform({ retentionDays: 10 })
    await world.deliver({ id: 'a', text: question })
    await world.pass(6 * day)
    await world.deliver({ id: 'b', text: 'Waar vraag ik een rijbewijs aan?' })
    await world.pass(5 * day)
    expect(await world.rows('an', 'SELECT id FROM inbox')).toEqual([{ id: 'b' }])
    expect((await world.rows('an', 'SELECT body FROM message')).length).toBe(2)
  })

  it('leaves a hash behind as long as a platform may deliver again', async () => {
    const world = platform({ retentionDays: 1 })
    await world.deliver({ id: 'a', text: question })
    await world.pass(2 * day)
    expect(await left(world)).toEqual([])
    await world.deliver({ id: 'a', text: question })
    await world.pass(1000)
    expect(world.sent).toHaveLength(1)
    await world.pass(8 * day)
    expect(await world.tables('an')).toEqual([])
  })
})

describe('erasing', () => {
  it('takes everything at once, and what is delivered again does not come back', async () => {
    const world = platform()
    await world.deliver({ id: 'a', text: question })
    await world.pass(1000)
    await (await world.conversation('an')).erase()
    expect(await left(world)).toEqual([])
    expect((await world.deliver({ id: 'a', text: question })).status).toBe(200)
    await world.pass(1000)
    expect(world.sent).toHaveLength(1)
    expect(JSON.stringify(await world.rows('an', 'SELECT * FROM seen'))).not.toContain('"a"')
    await world.deliver({ id: 'b', text: question })
    await world.pass(1000)
    expect(world.sent).toHaveLength(2)
  })

  it('is not undone by what the platform tells later of our messages', async () => {
    const world = platform()
    await world.deliver({ id: 'a', text: question })
    await world.pass(1000)
    await (await world.conversation('an')).erase()
    const told = { kind: 'read', of: 'platform-1', outbox: world.sent[0]?.outbox ?? '' }
    expect((await world.deliver(told)).status).toBe(200)
    expect(await left(world)).toEqual([])
    expect((await world.deliver({ ...told, from: 'stranger' })).status).toBe(200)
    expect(await world.tables('stranger')).toEqual([])
  })

  it('reaches the desk, without a word of what was said', async () => {
    const told: DeskNotice[] = []
    let deaf = true
    const world = platform({
      desk: {
        standing: async () => null,
        callBack: async () => null,
        typing: async () => {},
        carryOn: async () => ({ code: 'gent 1234', expiresAt: '' }),
        notify: async (notice) => {
          if (deaf) throw new Error('away')
          told.push(notice)
        },
      },
    })
    await world.deliver({ id: 'a', text: question })
    await (await world.conversation('an')).erase()
    await world.pass(5000)
    deaf = false
    await world.pass(60_000)
    expect(told.map(({ kind }) => kind)).toEqual(['erased'])
    expect(JSON.stringify(told)).not.toContain('verhuisd')
  })

  it('asked for in words reaches the desk of the city as it really is, and the case is gone', async () => {
    const office = officeIn({
      storage: localStorage(),
      city: 'gent',
      clock: () => moment,
      announce: () => {},
      calendar: { holiday: () => undefined },
      callBackKey: null,
      retentionDays: 30,
    })
    const world = platform({
      desk: {
        standing: async () => ({ openNow: true, nextOpening: null, place: 1, waitMinutes: null, callBack: false }),
        callBack: async () => null,
        typing: async () => {},
        carryOn: async () => ({ code: 'gent 1234', expiresAt: '' }),
        notify: async (notice) => office.notify(notice),
      },
    })
    await world.deliver({ id: 'a', text: question })
    await (await world.conversation('an')).handoff()
    await world.pass(1000)
    const queue = () => office.queue({ subject: 'lea', name: 'Lea', roles: ['lead'] })
    expect(await queue()).toMatchObject({ done: [{ adapter: 'push' }] })
    await world.deliver({ id: 'b', text: 'wis mijn gegevens' })
    await world.pass(60_000)
    expect(await left(world)).toEqual([])
    expect(await queue()).toEqual({ done: [] })
  })
})
