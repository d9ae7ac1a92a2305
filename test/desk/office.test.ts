import { describe, expect, test } from 'vitest'
import type { DeskNotice } from '../../src/core/ports.ts'
import { type Actor, type Office, officeIn } from '../../src/desk/office/office.ts'
import type { DeskChange } from '../../src/desk/office/room.ts'
import type { Role } from '../../src/desk/roles.ts'
import { roomParts } from '../fixtures/desk.ts'
import { localStorage } from '../fixtures/objects.ts'

const at = '2026-11-20T10:00:00.000Z'

function opened() {
  const storage = localStorage()
  const events: DeskChange[] = []
  const office = officeIn({
    ...roomParts,
    storage,
    city: 'alpha',
    clock: () => at,
    announce: (event) => events.push(event),
  })
  return { storage, office, events }
}

const person = (subject: string, ...roles: Role[]): Actor => ({ subject, name: subject, roles })
const [noor, adil, lead] = [person('noor', 'agent'), person('adil', 'agent'), person('lea', 'lead')]
const auditor = person('otto', 'auditor')

const notice = (
  conversation: string,
  kind: DeskNotice['kind'] = 'requested',
  id = `${conversation}-${kind}`,
): DeskNotice => ({
  id,
  conversation,
  kind,
  city: 'alpha',
  lang: 'nl',
  adapter: 'web',
  at,
})

const done = <T>(act: { done: T } | { refused: string }): T => {
  if ('refused' in act) throw new Error(act.refused)
  return act.done
}
const waiting = async (office: Office) => done(await office.queue(noor)).map(({ conversation }) => conversation)

describe('the queue', () => {
  test('shows who waits, a crisis first, each notice once', async () => {
    const { office, events } = opened()
    for (const one of ['c1', 'c2', 'c1']) await office.notify(notice(one))
    await office.notify(notice('c3', 'crisis'))
    expect(await waiting(office)).toEqual(['c3', 'c1', 'c2'])
    expect(events.filter(({ type }) => type === 'queue')).toHaveLength(3)
    await office.notify(notice('c1', 'erased'))
    expect(await waiting(office)).toEqual(['c3', 'c2'])
  })

  test('fifty colleagues who claim one chat: exactly one has it', async () => {
    const { office } = opened()
    await office.notify(notice('c1'))
    const claims = await Promise.all(
      Array.from({ length: 50 }, (_, number) => office.claim(person(`agent-${number}`, 'agent'), 'c1', 1)),
    )
    expect(claims.filter((claim) => 'done' in claim)).toHaveLength(1)
    expect(claims.filter((claim) => 'refused' in claim && claim.refused === 'lost')).toHaveLength(49)
  })

  test('a chat is let go, handed to a colleague and closed by who has it', async () => {
    const { office } = opened()
    await office.notify(notice('c1'))
    const { version } = done(await office.claim(noor, 'c1', 1))
    expect(version).toBe(2)
    expect(await office.reply(adil, 'c1')).toEqual({ refused: 'forbidden' })
    expect(done(await office.transfer(noor, 'c1', adil)).agent).toMatchObject({ subject: 'adil' })
    expect(await office.release(noor, 'c1')).toEqual({ refused: 'forbidden' })
    expect(done(await office.release(lead, 'c1')).agent).toBeNull()
    expect(await office.close(noor, 'c1')).toEqual({ refused: 'forbidden' })
    done(await office.claim(noor, 'c1', 4))
    done(await office.close(noor, 'c1'))
    expect(await waiting(office)).toEqual([])
    expect(await office.open(lead, 'c1')).toEqual({ refused: 'missing' })
  })
})

describe('what is written down', () => {
  const entry = {
    id: 'entry-0001',
    at,
    kind: 'unanswered' as const,
    text: 'waar leg ik mijn boot',
    service: null,
    note: null,
    channel: 'phone' as const,
    lang: 'nl' as const,
  }
  const call = {
    id: 'call-0001',
    at,
    kind: 'call' as const,
    outcome: 'solved' as const,
    service: null,
    lang: 'nl' as const,
    seconds: 80,
  }

  test('arrives once, however often it is sent', async () => {
    const { office } = opened()
    expect(done(await office.log(noor, [entry, call]))).toBe(2)
    expect(done(await office.log(noor, [entry, call]))).toBe(0)
    done(await office.mark(lead, { ids: [entry.id], status: 'taken', owner: 'lea', proposal: null }))
    expect(done(await office.unanswered(noor, 10))).toMatchObject([{ text: entry.text, status: 'taken', owner: 'lea' }])
  })

  test('an editor logs what is missing, and no calls', async () => {
    const { office } = opened()
    const editor = person('eva', 'editor')
    expect(await office.log(editor, [entry])).toEqual({ done: 1 })
    expect(await office.log(editor, [call])).toEqual({ refused: 'forbidden' })
  })
})

test('a carry-on code works once, is short, and tells nothing of whose it is', async () => {
  const { office } = opened()
  const { code, expiresAt } = await office.carryOn('c1')
  expect(code).toMatch(/^alpha \d{4}$/)
  expect(expiresAt).toBe('2026-11-21T10:00:00.000Z')
  expect(await office.redeem(noor, code)).toEqual({ done: 'c1' })
  expect(await office.redeem(noor, code)).toEqual({ refused: 'missing' })
})

test('the audit trail holds every act, refused ones too, and a changed row shows', async () => {
  const { office, storage } = opened()
  await office.notify(notice('c1'))
  await Promise.all([office.claim(noor, 'c1', 1), office.claim(adil, 'c1', 1), office.open(adil, 'c1')])
  expect(await office.trail(noor, 0, 10)).toEqual({ refused: 'forbidden' })
  const lines = done(await office.trail(auditor, 0, 10))
  expect(lines.map(({ who, action, outcome }) => `${who} ${action} ${outcome}`)).toEqual([
    'noor conversation.claim done',
    'adil conversation.claim refused',
    'adil conversation.read refused',
  ])
  expect(done(await office.verify(auditor))).toEqual({ firstBroken: null })
  storage.sql.exec("UPDATE audit SET outcome = 'done' WHERE number = 2")
  expect(done(await office.verify(auditor))).toEqual({ firstBroken: 2 })
})
