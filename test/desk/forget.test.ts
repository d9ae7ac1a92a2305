import { beforeEach, describe, expect, test } from 'vitest'
import { auditDays, entryDays } from '../../src/desk/office/forget.ts'
import { officeIn } from '../../src/desk/office/office.ts'
import { moment, roomParts } from '../fixtures/desk.ts'
import { type LocalStorage, localStorage } from '../fixtures/objects.ts'

/** What a desk keeps goes by itself, in the terms that the record of processing gives. */

const day = 86_400_000
const noor = { subject: 'noor', name: 'Noor', roles: ['agent' as const, 'auditor' as const] }
const call = { kind: 'call' as const, outcome: 'solved' as const, service: null, lang: 'nl' as const, seconds: 60 }

describe('a desk', () => {
  let at: number
  let kept: LocalStorage
  let rung: number
  const clock = (): string => new Date(at).toISOString()
  const desk = () => officeIn({ ...roomParts, storage: kept, city: 'gent', clock, announce: () => {} })
  const count = (table: string): number => kept.database.prepare(`SELECT * FROM ${table}`).all().length

  /** Lets days go by; the alarm rings when it is due, as the object's does. */
  async function pass(days: number): Promise<void> {
    const end = at + days * day
    while (kept.alarm !== null && kept.alarm <= end) {
      at = Math.max(at, kept.alarm)
      kept.alarm = null
      kept.alarm = await desk().tidy()
      rung++
    }
    at = end
  }
  beforeEach(() => {
    at = Date.parse(moment)
    kept = localStorage()
    rung = 0
  })

  test('forgets a code with the conversation that it leads to', async () => {
    await desk().carryOn('c1')
    await desk().carryOn('c2')
    const erased = { id: 'n1', conversation: 'c1', kind: 'erased' as const, city: 'gent', lang: 'nl' as const }
    await desk().notify({ ...erased, adapter: 'web', at: clock() })
    expect(kept.database.prepare('SELECT conversation FROM carry_on').all()).toMatchObject([{ conversation: 'c2' }])
  })

  test('forgets a code after a day, though nobody asks for another', async () => {
    await desk().carryOn('c1')
    await pass(1.01)
    expect(count('carry_on')).toBe(0)
    expect(kept.alarm).toBeNull()
  })

  test('forgets what colleagues wrote down after a year, and not before', async () => {
    await desk().log(noor, [{ ...call, id: 'call-0001', at: clock() }])
    await pass(entryDays - 2)
    expect(count('entry')).toBe(1)
    await pass(3)
    expect(count('entry')).toBe(0)
    expect(rung).toBeGreaterThan(0)
  })

  test('forgets that it was told something, long after it is told again', async () => {
    const said = { id: 'n1', conversation: 'c1', kind: 'said' as const, city: 'gent', lang: 'nl' as const }
    await desk().notify({ ...said, adapter: 'web', at: clock() })
    await pass(roomParts.retentionDays + 29)
    expect(count('told')).toBe(1)
    await pass(2)
    expect(count('told')).toBe(0)
  })

  describe('lets its audit trail go after two years', () => {
    const act = () => desk().log(noor, [{ ...call, id: `call-${at}`, at: clock() }])
    const verified = () => desk().verify(noor)
    const lines = async (): Promise<number> => {
      const trail = await desk().trail(noor, 0, 100)
      return 'done' in trail ? trail.done.length : -1
    }

    test('line by line, and what is left still holds', async () => {
      for (let times = 0; times < 3; times++) await act()
      await pass(400)
      for (let times = 0; times < 2; times++) await act()
      expect(await lines()).toBe(5)
      await pass(auditDays - 398)
      expect(await lines()).toBe(2)
      expect(JSON.stringify(kept.database.prepare('SELECT * FROM audit WHERE number < 4').all())).not.toContain('noor')
      expect(await verified()).toEqual({ done: { firstBroken: null } })
      await act()
      expect(await verified()).toEqual({ done: { firstBroken: null } })
      kept.database.exec("UPDATE audit SET outcome = 'refused' WHERE number = 5")
      expect(await verified()).toEqual({ done: { firstBroken: 5 } })
    })

    test('and shows when somebody took its beginning away before', async () => {
      for (let times = 0; times < 4; times++) await act()
      kept.database.exec('DELETE FROM audit WHERE number < 2')
      expect(await verified()).toEqual({ done: { firstBroken: 1 } })
      kept.database.exec("UPDATE audit SET who = '', action = '', object = '', outcome = '' WHERE number = 2")
      expect(await verified()).toEqual({ done: { firstBroken: 2 } })
    })

    test('also when all of it is old', async () => {
      await act()
      await pass(auditDays + 2)
      expect(await lines()).toBe(0)
      await act()
      expect(await verified()).toEqual({ done: { firstBroken: null } })
    })
  })
})
