import { beforeEach, describe, expect, test } from 'vitest'
import { callBackNumber } from '../../src/core/call-back-request.ts'
import { callableNumber } from '../../src/core/phone-number.ts'
import { lastMomentFor } from '../../src/desk/office/call-back.ts'
import { officeIn } from '../../src/desk/office/office.ts'
import { moment, openedDesk, roomParts } from '../fixtures/desk.ts'
import { localStorage } from '../fixtures/objects.ts'

/** Who wants to be called back leaves a number: kept apart, encrypted, and not for long. */

const number = '+32470111222'
const request = { conversation: 'c1', adapter: 'web', lang: 'nl' as const, number }
const noor = { subject: 'noor', name: 'Noor', roles: ['agent' as const] }

describe('a number', () => {
  let at: string
  const storage = () => localStorage()
  const office = (kept: ReturnType<typeof localStorage>, given = {}) =>
    officeIn({ ...roomParts, storage: kept, city: 'gent', clock: () => at, announce: () => {}, ...given })
  beforeEach(() => {
    at = moment
  })

  test('is shown to who is about to call, and gone when they did', async () => {
    const desk = office(storage())
    await desk.callBack(request)
    const listed = await desk.callBacks(noor)
    expect(JSON.stringify(listed)).not.toContain('470')
    const [{ id } = { id: '' }] = 'done' in listed ? listed.done : []
    expect(await desk.openCallBack(noor, id)).toEqual({ done: { number } })
    expect(await desk.closeCallBack(noor, id)).toEqual({ done: true })
    expect(await desk.openCallBack(noor, id)).toEqual({ refused: 'missing' })
    const trail = await desk.trail({ ...noor, roles: ['auditor'] }, 0, 10)
    expect('done' in trail && trail.done.map(({ action, outcome }) => `${action} ${outcome}`)).toEqual([
      'call-back.open done',
      'call-back.close done',
      'call-back.open refused',
    ])
  })

  test('lies nowhere on disk as it is, and opens with its own key only', async () => {
    const kept = storage()
    await office(kept).callBack(request)
    expect(JSON.stringify(kept.database.prepare('SELECT * FROM call_back').all())).not.toMatch(/470111|111222/)
    const other = office(kept, { callBackKey: 'another-key-of-32-characters-or-more' })
    const listed = await other.callBacks(noor)
    const [{ id } = { id: '' }] = 'done' in listed ? listed.done : []
    expect(await other.openCallBack(noor, id)).toEqual({ refused: 'missing' })
  })

  test('goes by itself after five working days, and an alarm is set for it', async () => {
    const kept = storage()
    await office(kept).callBack(request)
    expect(new Date(kept.alarm ?? 0).toISOString()).toBe('2026-11-27T23:00:00.000Z')
    at = '2026-11-27T23:00:00.000Z'
    expect(await office(kept).tidy()).toBeNull()
    expect(kept.database.prepare('SELECT * FROM call_back').all()).toEqual([])
  })

  test('goes with the conversation of who asked, and a new one replaces it', async () => {
    const kept = storage()
    const desk = office(kept)
    await desk.callBack(request)
    await desk.callBack({ ...request, number: '092101010' })
    expect(kept.database.prepare('SELECT * FROM call_back').all()).toHaveLength(1)
    const erased = { id: 'n1', conversation: 'c1', kind: 'erased' as const, city: 'gent', lang: 'nl' as const }
    await desk.notify({ ...erased, adapter: 'web', at })
    expect(kept.database.prepare('SELECT * FROM call_back').all()).toEqual([])
  })

  test('is not taken where there is no key for it', async () => {
    expect(await office(storage(), { callBackKey: null }).callBack(request)).toBeNull()
  })
})

test.each([
  ['2026-11-20T10:00:00Z', {}, '2026-11-27T23:00:00.000Z'],
  ['2026-12-22T10:00:00Z', { '2026-12-25': { nl: 'Kerstmis' } }, '2026-12-30T23:00:00.000Z'],
])('five working days after %s', (from, holidays: Record<string, { nl: string }>, until) => {
  const calendar = { holiday: (day: string) => holidays[day] }
  expect(new Date(lastMomentFor(Date.parse(from), calendar)).toISOString()).toBe(until)
})

test.each([
  ['0470 11 12 22', '0470111222'],
  ['+32 (0)470/11.12.22', '+320470111222'],
  ['112', null],
  ['mijn nummer', null],
  ['04701112223334445556', null],
])('%s is %s', (written, number) => {
  expect(callableNumber(written)).toBe(number)
})

test.each([
  ['bel mij terug op 0470 11 22 33', '0470112233'],
  ['Graag bel me terug: 09/210 10 10.', '092101010'],
  ['Rappelez-moi au +32 470 11 22 33', '+32470112233'],
  ['Call me back on 0470112233', '0470112233'],
  ['0470 11 22 33', null],
  ['mijn nummer is 0470 11 22 33', null],
  ['bel mij terug', null],
  ['bel mij terug op 0470 11 22 33 want ik ben mijn kaart kwijt', null],
  ['wanneer kan ik bellen op 09 210 10 10', null],
])('%s asks to be called back on %s', (written, number) => {
  expect(callBackNumber(written)).toBe(number)
})

describe('how somebody stands', () => {
  const waiting = (conversation: string, minutes: number) => ({
    id: `n-${conversation}`,
    conversation,
    kind: 'requested' as const,
    city: 'gent',
    lang: 'nl' as const,
    adapter: 'web',
    at: new Date(Date.parse(moment) - minutes * 60_000).toISOString(),
  })

  test('is who came before, and no wait until some waited', async () => {
    const desk = await openedDesk()
    const office = desk.officeOf('gent')
    for (const [name, minutes] of [
      ['a', 30],
      ['b', 20],
      ['c', 10],
    ] as const)
      await office.notify(waiting(name, minutes))
    expect(await office.standing('c')).toEqual({ before: 2, waitMinutes: null })
    expect(await office.standing(null)).toEqual({ before: 3, waitMinutes: null })
    const ask = await desk.colleague('noor', 'desk/gent/agent')
    for (const name of ['a', 'b', 'c']) await ask('POST', `/conversations/${name}/claim`, {}, { 'if-match': '"1"' })
    await office.notify(waiting('d', 0))
    expect(await office.standing('d')).toEqual({ before: 0, waitMinutes: 20 })
  })
})
