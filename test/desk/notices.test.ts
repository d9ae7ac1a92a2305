import { beforeEach, describe, expect, test } from 'vitest'
import type { Notice, PublishedNotice } from '../../src/core/notice.ts'
import { previewOf } from '../../src/desk/notices/preview.ts'
import { officeIn } from '../../src/desk/office/office.ts'
import { moment, openedDesk, roomParts } from '../fixtures/desk.ts'
import { localStorage } from '../fixtures/objects.ts'
import { worldFixture } from '../fixtures/world.ts'

let desk: Awaited<ReturnType<typeof openedDesk>>
beforeEach(async () => {
  desk = await openedDesk()
})

const notice = (given: Partial<Notice> = {}): Notice => ({
  id: 'notice-0001',
  from: '2026-11-20T09:00:00.000Z',
  until: '2026-11-24T12:00:00.000Z',
  text: { nl: 'Het eID-systeem werkt niet.' },
  services: ['gent/identiteitskaart'],
  locations: [],
  districts: [],
  closes: false,
  ...given,
})
const lead = () => desk.colleague('lea', 'desk/gent/lead', 'desk/jette/lead', 'desk/gent/auditor')

describe('publishing a notice', () => {
  test('is for leads and editors; agents read them', async () => {
    const agent = await desk.colleague('noor', 'desk/gent/agent')
    expect((await agent('POST', '/notices', notice())).status).toBe(403)
    const editor = await desk.colleague('eva', 'desk/gent/editor')
    expect((await editor('POST', '/notices', notice())).status).toBe(200)
    expect((await agent('POST', '/notices/notice-0001/end', {})).status).toBe(403)
    expect(await (await agent('GET', '/notices')).json()).toMatchObject([{ id: 'notice-0001', by: 'eva', at: moment }])
  })

  test('twice under one id is one notice, as it was said last', async () => {
    const ask = await lead()
    await ask('POST', '/notices?city=gent', notice())
    await ask('POST', '/notices?city=gent', notice({ text: { nl: 'Het werkt weer half.' } }))
    expect(await (await ask('GET', '/notices?city=gent')).json()).toMatchObject([
      { text: { nl: 'Het werkt weer half.' } },
    ])
  })

  test.each([
    ['longer than thirty days', notice({ until: '2026-12-24T12:00:00.000Z' }), 'until'],
    ['an end before its begin', notice({ until: '2026-11-20T08:00:00.000Z' }), 'until'],
    ['a page that is not there', notice({ services: ['gent/zeppelins'] }), 'services'],
    ['a place that is not there', notice({ locations: ['maan'] }), 'locations'],
    ['no words', notice({ text: { nl: ' ' } }), 'text.nl'],
  ])('refuses %s', async (_, wrong, field) => {
    const ask = await lead()
    const answer = await ask('POST', '/notices?city=gent', wrong)
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(field)])
  })

  test('in a city of two languages needs both', async () => {
    const ask = await lead()
    const given = notice({ services: [] })
    const refused = await ask('POST', '/notices?city=jette', given)
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('text.fr')])
    const both = { ...given, text: { ...given.text, fr: 'Le système eID ne fonctionne pas.' } }
    expect((await ask('POST', '/notices?city=jette', both)).status).toBe(200)
  })

  test('leaves a line in the audit trail, its end too', async () => {
    const ask = await lead()
    await ask('POST', '/notices?city=gent', notice())
    await ask('POST', '/notices/notice-0001/end?city=gent', {})
    const lines = (await (await ask('GET', '/audit?city=gent')).json()) as { action: string; object: string }[]
    expect(lines.map(({ action, object }) => `${action} ${object}`)).toEqual([
      'notice.publish notice-0001',
      'notice.end notice-0001',
    ])
    expect((await ask('POST', '/notices/notice-0001/end?city=gent', {})).status).toBe(404)
  })
})

test('a notice survives a restart of its desk, and ends by itself', async () => {
  const storage = localStorage()
  let at = moment
  const opened = () => officeIn({ ...roomParts, storage, city: 'gent', clock: () => at, announce: () => {} })
  await opened().publish({ subject: 'lea', name: 'Lea', roles: ['lead'] }, notice())
  expect((await opened().notices()).map(({ id }: PublishedNotice) => id)).toEqual(['notice-0001'])
  at = '2026-11-24T12:00:00.000Z'
  expect(await opened().notices()).toEqual([])
})

describe('the preview', () => {
  const of = (given: Partial<Notice>, city = 'gent') => previewOf(notice(given), city, worldFixture(), moment)

  test('names the answers that the notice comes with, and how it reads', () => {
    const { pages, said } = of({})
    expect(pages).toEqual(['gent/identiteitskaart'])
    expect(said[0]?.text).toBe('Let op, tot 24 november 2026 om 13 uur: Het eID-systeem werkt niet.')
  })

  test('of a notice about nothing in particular is the whole city', () => {
    const { services, organisations } = worldFixture().catalogue.cities.gent ?? { services: {}, organisations: {} }
    const all = Object.keys(services).length + Object.keys(organisations).length
    expect(of({ services: [] }).pages).toHaveLength(all)
  })

  test('of a place is the pages that send people there', () => {
    const { pages } = of({ services: [], locations: ['stadskantoor'] })
    expect(pages).toContain('gent/identiteitskaart')
    expect(pages.length).toBeLessThan(of({ services: [] }).pages.length)
  })
})
