import { describe, expect, it } from 'vitest'
import type { Desk, DeskNotice } from '../../src/core/ports.ts'
import { withoutOurIds } from '../fixtures/our-ids.ts'
import { platform } from '../fixtures/push/platform.ts'

const question = 'Ik ben verhuisd, wat moet ik doen?'
const minute = 60_000

const numbers: string[] = []

function deskOf(told: DeskNotice[], openNow = true): Desk {
  return {
    standing: async () =>
      openNow
        ? { openNow, nextOpening: null, place: 3, waitMinutes: 10, callBack: true }
        : { openNow, nextOpening: '2026-11-23T08:00:00+01:00', place: null, waitMinutes: null, callBack: true },
    callBack: async ({ number }) => {
      numbers.push(number)
      return { until: '2026-11-27T23:00:00.000Z' }
    },
    notify: async (notice) => void told.push(notice),
    typing: async () => {},
    carryOn: async (_, city) => ({ code: `${city} 4821`, expiresAt: '2026-11-22T09:00:00.000Z' }),
  }
}

describe('who wants a person', () => {
  it('is told that nobody is there, with the number of the city', async () => {
    const world = platform()
    await world.deliver({ text: question })
    const an = await world.conversation('an')
    expect(await an.handoff()).toMatchObject({ state: 'nobody', openNow: false, nextOpening: null })
    await an.handoff()
    await world.pass(minute)
    expect(world.sent).toHaveLength(2)
    expect(world.sent[1]?.text).toContain('geen medewerker')
    expect(world.sent[1]?.text).toMatch(/\d{2} \d{2} \d{2}/)
    await world.deliver({ text: 'Waar vraag ik een rijbewijs aan?' })
    await world.pass(minute)
    expect(world.sent).toHaveLength(3)
  })

  it('waits in the queue of the desk, which hears of it once and of what is said next', async () => {
    const told: DeskNotice[] = []
    const world = platform({ desk: deskOf(told) })
    await world.deliver({ text: question })
    const an = await world.conversation('an')
    expect(await an.handoff()).toMatchObject({ state: 'queued', openNow: true })
    expect(await an.handoff()).toMatchObject({ state: 'queued', messages: [] })
    await world.deliver({ text: 'Duurt het lang?' })
    await world.pass(minute)
    expect(told.map(({ kind, city, adapter }) => ({ kind, city, adapter }))).toEqual([
      { kind: 'requested', city: 'gent', adapter: 'push' },
      { kind: 'said', city: 'gent', adapter: 'push' },
    ])
    expect(world.sent).toHaveLength(3)
  })

  it('hears when the desk is closed', async () => {
    const world = platform({ desk: deskOf([], false) })
    await world.deliver({ text: question })
    const state = await (await world.conversation('an')).handoff()
    expect(state).toMatchObject({ state: 'queued', openNow: false, nextOpening: '2026-11-23T08:00:00+01:00' })
    expect(state.messages[0]?.text).toContain('geen medewerker aan het werk')
    expect(state.messages[0]?.text).toMatch(/is er weer .*om 8 uur/)
  })

  it('is told their place and an honest wait, also who asks in words', async () => {
    const world = platform({ desk: deskOf([]) })
    await world.deliver({ text: question })
    const { place, waitMinutes, messages } = await (await world.conversation('an')).handoff()
    expect([place, waitMinutes]).toEqual([3, 10])
    expect(messages[0]?.text).toContain('Je staat op plaats 3 in de rij. Reken op ongeveer 10 minuten.')
    await world.deliver({ from: 'bo', text: 'Ik wil een medewerker spreken' })
    await world.pass(minute)
    expect(world.sent.filter(({ to }) => to === 'bo').at(-1)?.text).toContain('plaats 3')
  })

  it('leaves a number that the conversation never holds', async () => {
    const world = platform({ desk: deskOf([]) })
    await world.deliver({ text: question })
    const an = await world.conversation('an')
    await an.handoff()
    expect(await an.callBack('+32470111222')).toMatchObject({ until: '2026-11-27T23:00:00.000Z' })
    expect(numbers).toEqual(['+32470111222'])
    await world.pass(minute)
    expect(world.sent.at(-1)?.text).toContain('belt je terug')
    for (const table of await world.tables('an'))
      expect(withoutOurIds(JSON.stringify(await world.rows('an', `SELECT * FROM ${table}`)))).not.toContain('470111222')
    expect(JSON.stringify(await an.transcript())).not.toContain('470111222')
  })
})

describe('where no page shows a field for a number', () => {
  it('is told how to be called back, and the number goes past the conversation', async () => {
    const world = platform({ desk: deskOf([]) })
    await world.deliver({ text: 'Ik wil een medewerker spreken' })
    await world.pass(minute)
    expect(world.sent.at(-1)?.text).toContain('Schrijf: bel mij terug op, met je nummer erachter.')
    numbers.length = 0
    const asked = { id: 'asked', text: 'Bel mij terug op 0470 33 44 55' }
    await world.deliver(asked)
    await world.deliver(asked)
    await world.pass(minute)
    expect(new Set(numbers)).toEqual(new Set(['0470334455']))
    expect(world.sent.filter(({ text }) => text.includes('belt je terug'))).toHaveLength(1)
    expect(world.sent.at(-1)?.text).toContain('belt je terug')
    for (const table of await world.tables('an'))
      expect(withoutOurIds(JSON.stringify(await world.rows('an', `SELECT * FROM ${table}`)))).not.toMatch(
        /0470|33 44 55|334455/,
      )
  })

  it('is told so when nobody can call back', async () => {
    const world = platform()
    await world.deliver({ text: 'bel mij terug op 0470 33 44 55' })
    await world.pass(minute)
    expect(world.sent.map(({ text }) => text)).toEqual([expect.stringContaining('Terugbellen kan hier niet.')])
  })
})

describe('while a person has the conversation', () => {
  it('the assistant keeps silent, and the person is heard once', async () => {
    const world = platform({ desk: deskOf([]) })
    await world.deliver({ text: question })
    const an = await world.conversation('an')
    await an.handoff()
    const early = { id: 'e0', kind: 'said' as const, text: 'Dag' }
    expect(await an.fromDesk(early)).toBe(false)
    expect(await an.fromDesk({ id: 'e1', kind: 'joined', name: 'Noor' })).toBe(true)
    await world.deliver({ text: 'Bent u een mens?' })
    for (let copy = 0; copy < 3; copy++) await an.fromDesk({ id: 'e2', kind: 'said', text: 'Jazeker.' })
    await world.pass(minute)
    expect(world.sent.map(({ text }) => text).slice(2)).toEqual(['Je praat nu met Noor, medewerker.', 'Jazeker.'])
    await an.fromDesk({ id: 'e3', kind: 'closed' })
    await world.deliver({ text: 'Waar vraag ik een rijbewijs aan?' })
    await world.pass(minute)
    expect(world.sent.at(-2)?.text).toContain('help je weer verder')
    expect(world.sent).toHaveLength(6)
  })

  it('danger is still answered at once, and the desk is told', async () => {
    const told: DeskNotice[] = []
    const world = platform({ desk: deskOf(told) })
    await world.deliver({ text: question })
    const an = await world.conversation('an')
    await an.handoff()
    await an.fromDesk({ id: 'e1', kind: 'joined', name: 'Noor' })
    await world.deliver({ text: 'ik wil een einde maken aan mijn leven' })
    await world.pass(minute)
    expect(world.sent.at(-1)?.text).toContain('1813')
    expect(told.map(({ kind }) => kind)).toContain('crisis')
  })
})

describe('the desk', () => {
  it('hears every notice, in order, however long it was away', async () => {
    const told: DeskNotice[] = []
    let away = true
    const desk: Desk = {
      ...deskOf(told),
      notify: async (notice) => {
        if (away) throw new Error('away')
        told.push(notice)
      },
    }
    const world = platform({ desk })
    await world.deliver({ text: question })
    await (await world.conversation('an')).handoff()
    await world.deliver({ text: 'Hallo?' })
    await world.pass(60 * minute)
    away = false
    await world.pass(6 * minute)
    expect(told.map(({ kind }) => kind)).toEqual(['requested', 'said'])
  })

  it('hears of a message that could not be delivered', async () => {
    const told: DeskNotice[] = []
    const world = platform({ desk: deskOf(told) })
    world.answers.push(() => new Response(null, { status: 400 }))
    await world.deliver({ text: question })
    await world.pass(minute)
    expect(told.map(({ kind }) => kind)).toEqual(['undelivered'])
  })
})
