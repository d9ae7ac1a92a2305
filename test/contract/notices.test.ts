import { readdirSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Notice } from '../../src/core/notice.ts'
import { noticeBoard } from '../../src/desk/notices/board.ts'
import { assistantWith } from '../../src/dialogue/assistant.ts'
import { createApp } from '../../src/http/app.ts'
import { openedDesk } from '../fixtures/desk.ts'
import { partsFixture, worldFixture } from '../fixtures/world.ts'
import { benchFor } from './bench.ts'
import type { Subject } from './subject.ts'

/** What a lead publishes at the desk is told on every way in, to who asks five seconds later. */

const subjects = await Promise.all(
  readdirSync('adapters', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(async ({ name }): Promise<[string, Subject]> => {
      const file = `../adapters/${name}/subject.ts`
      return [name, ((await import(file)) as { subject: Subject }).subject]
    }),
)

const notice: Notice = {
  id: 'notice-0001',
  from: '2026-11-20T09:00:00.000Z',
  until: '2026-11-24T12:00:00.000Z',
  text: { nl: 'Het eID-systeem werkt niet.' },
  services: ['gent/identiteitskaart'],
  locations: [],
  districts: [],
  closes: false,
}
const question = 'nieuwe identiteitskaart aanvragen'
const says = 'Let op, tot 24 november 2026 om 13 uur: Het eID-systeem werkt niet.'

let desk: Awaited<ReturnType<typeof openedDesk>>
let now: number
beforeEach(async () => {
  desk = await openedDesk()
  now = 0
})

const boardOf = () =>
  noticeBoard({
    namespace: () => ({ getByName: desk.officeOf }),
    catalogue: worldFixture().catalogue,
    now: () => now,
  })
const publish = async (given: Notice = notice) =>
  (await desk.colleague('lea', 'desk/gent/lead'))('POST', '/notices', given)

const told = "SELECT body FROM message WHERE json_extract(body, '$.from') = 'bot' ORDER BY seq DESC LIMIT 1"

describe.each(subjects)('%s', (_, subject) => {
  it('tells a notice that was published a moment ago, and no longer once it was ended', async () => {
    const bench = benchFor(subject, true, boardOf())
    let nth = 0
    const answer = async (): Promise<string> => {
      const from = `person-${++nth}`
      await subject.begin?.(from, bench.ask)
      await bench.ask(await subject.deliver([{ id: `q${nth}`, from, text: question }]))
      const database = [...bench.objects.storages.values()].at(-1)?.database
      return String(database?.prepare(told).all()[0]?.body)
    }
    expect(await answer()).not.toContain(says)
    expect((await publish()).status).toBe(200)
    now += 5000
    expect(await answer()).toContain(says)
    await (await desk.colleague('eva', 'desk/gent/editor'))('POST', '/notices/notice-0001/end', {})
    now += 5000
    expect(await answer()).not.toContain(says)
  })
})

describe('pages and the interface for programs', () => {
  it('tell it too, and a page of a service is asked for again each time', async () => {
    const board = boardOf()
    const world = { ...worldFixture(), notices: board }
    const assistant = assistantWith(world, () => '2026-11-21T09:00:00.000Z')
    const app = createApp(partsFixture({ assistant, refresh: board.refresh }))
    await publish()
    const body = JSON.stringify({ text: question, city: 'gent', at: '2026-11-21T09:00:00Z' })
    const asked = await app.request('/api/v1/ask', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
    })
    expect(await asked.text()).toContain(says)
    const page = await app.request('/gent/dienst/identiteitskaart')
    expect(page.headers.get('cache-control')).toContain('no-cache')
    expect(await page.text()).toContain(says)
  })
})

describe('a desk that does not answer', () => {
  it('delays nobody for long, and what was known goes on to hold', async () => {
    await publish()
    let away = false
    const getByName = (city: string) => ({
      ...desk.officeOf(city),
      notices: () => (away ? new Promise<never>(() => {}) : desk.officeOf(city).notices()),
    })
    const board = noticeBoard({
      namespace: () => ({ getByName }),
      catalogue: worldFixture().catalogue,
      now: () => now,
    })
    await board.refresh()
    away = true
    now += 10_000
    await board.refresh()
    expect(board.of('gent').map(({ id }) => id)).toEqual(['notice-0001'])
  })
})
