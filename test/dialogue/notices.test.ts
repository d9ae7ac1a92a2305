import { describe, expect, it } from 'vitest'
import type { AskOutput } from '../../src/core/ask.ts'
import type { City } from '../../src/core/catalogue.ts'
import { allNotices, type Notice } from '../../src/core/notice.ts'
import { assistantWith } from '../../src/dialogue/assistant.ts'
import { giveHours, officeHours, worldWith } from '../fixtures/changed-world.ts'
import { moment, worldFixture } from '../fixtures/world.ts'

const notice = (over: Partial<Notice>): Notice => ({
  id: 'storing',
  from: '2026-11-20T00:00:00+01:00',
  until: '2026-11-24T12:00:00+01:00',
  text: { nl: 'Het eID-systeem werkt niet.', fr: 'Le système eID ne fonctionne pas.', en: 'The eID system is down.' },
  services: [],
  locations: [],
  districts: [],
  closes: false,
  ...over,
})

type Asked = { text?: string; at?: string; city?: string; lang?: 'nl' | 'fr' }

/** An answer while these notices hold in one city. */
function ask(
  notices: Notice[],
  { text = 'nieuwe identiteitskaart aanvragen', at = moment, ...rest }: Asked = {},
): AskOutput {
  const world = worldWith((catalogue) => {
    const city = catalogue.cities.gent as City
    city.notices = notices
    giveHours(city, 'counter', officeHours('2026-09'))
  })
  return assistantWith(world, () => at).ask({ text, city: 'gent', at, ...rest })
}

const eid = notice({ services: ['gent/identiteitskaart'] })
const says = 'Let op, tot 24 november 2026 om 12 uur: Het eID-systeem werkt niet.'

describe('a notice', () => {
  it('is told with the answers that it is about', () => {
    const { reply } = ask([eid])
    expect(reply.text).toContain(says)
    expect(reply.lead).toContain(says)
  })

  it('in the language of the answer', () => {
    const { reply } = ask([eid], { text: "Je voudrais une nouvelle carte d'identité", lang: 'fr' })
    expect(reply.text).toContain('Attention, jusqu’au 24 novembre 2026 à 12 h : Le système eID ne fonctionne pas.')
  })

  it('and with no other answer', () => {
    expect(ask([eid], { text: 'ik wil trouwen' }).reply.text).not.toContain('Let op')
    expect(ask([eid], { city: 'jette' }).reply.text).not.toContain('Let op')
  })

  it('with every answer of the city when it is about nothing in particular', () => {
    expect(ask([notice({})], { text: 'ik wil trouwen' }).reply.text).toContain(says)
  })

  it.each([
    ['2026-11-19T23:59:00+01:00', false],
    ['2026-11-20T00:00:00+01:00', true],
    ['2026-11-24T11:59:00+01:00', true],
    ['2026-11-24T12:00:00+01:00', false],
    ['2027-01-01T00:00:00+01:00', false],
  ])('begins and ends by itself: at %s it is told: %s', (at, told) => {
    expect(ask([eid], { at }).reply.text.includes('Let op')).toBe(told)
  })

  it('is told to who lives in its district', () => {
    const inLedeberg = notice({ districts: ['ledeberg'] })
    expect(ask([inLedeberg], { text: 'nieuwe identiteitskaart, ik woon in Ledeberg' }).reply.text).toContain('Let op')
    expect(ask([inLedeberg], { text: 'nieuwe identiteitskaart, ik woon in Drongen' }).reply.text).not.toContain(
      'Let op',
    )
    expect(ask([inLedeberg]).reply.text).not.toContain('Let op')
  })

  it('is told with the steps of a life event', () => {
    const { outcome, reply } = ask([notice({ services: ['gent/adreswijziging'] })], {
      text: 'ik ga verhuizen naar Gent',
    })
    expect(outcome).toMatch(/^answered/)
    expect(reply.text).toContain('Let op')
  })
})

describe('a notice that closes', () => {
  const at = '2026-11-20T10:00:00+01:00'
  const closing = notice({ locations: ['stadskantoor'], closes: true })
  const counter = (notices: Notice[], now = at) =>
    ask(notices, { at: now }).channels.find(({ type }) => type === 'counter')

  it('closes the counter, and tells when it opens again', () => {
    expect(counter([])).toMatchObject({ openNow: true })
    expect(counter([closing])).toMatchObject({ openNow: false, nextOpening: '2026-11-24T12:00:00+01:00' })
  })

  it('closes no other place', () => {
    expect(counter([notice({ locations: ['stadhuis'], closes: true })])).toMatchObject({ openNow: true })
  })

  it('is over when it ends', () => {
    expect(counter([closing], '2026-11-24T14:30:00+01:00')).toMatchObject({ openNow: true })
  })

  it('is certain, also where the hours themselves are not known', () => {
    const world = worldWith(({ cities }) => {
      ;(cities.gent as City).notices = [closing]
    })
    const [way] = assistantWith(world, () => at)
      .ask({ text: 'nieuwe identiteitskaart aanvragen', city: 'gent' })
      .channels.filter(({ type }) => type === 'counter')
    expect(way).toMatchObject({ openNow: false, nextOpening: null })
  })
})

describe('notices that are published while the program runs', () => {
  it('come through their port, beside those of the content', () => {
    const published = [notice({ id: 'nu', services: ['gent/identiteitskaart'] })]
    const notices = allNotices({ of: () => [] }, { of: (city) => (city === 'gent' ? published : []) })
    const assistant = assistantWith({ ...worldFixture(), notices }, () => moment)
    const told = (): string => assistant.ask({ text: 'nieuwe identiteitskaart aanvragen', city: 'gent' }).reply.text
    expect(told()).toContain('Let op')
    published.pop()
    expect(told()).not.toContain('Let op')
  })
})
