import { describe, expect, it } from 'vitest'
import type { AskOutput } from '../../src/core/ask.ts'
import type { City } from '../../src/core/catalogue.ts'
import { type Fact, isStale } from '../../src/core/fact.ts'
import { assistantWith } from '../../src/dialogue/assistant.ts'
import type { World } from '../../src/dialogue/world.ts'
import { giveHours, officeHours, worldWith } from '../fixtures/changed-world.ts'
import { worldFixture } from '../fixtures/world.ts'

/** Every page in every month of a year: what was fresh in January may be stale in June. */

const months = Array.from({ length: 12 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}-15T10:00:00+01:00`)
const aging = new Set(['cost', 'hours', 'term'])

/** The content, with prices and hours that go stale in the course of the year. */
const world: World = worldWith((catalogue) => {
  for (const city of Object.values(catalogue.cities) as City[]) {
    giveHours(city, 'counter', officeHours('2025-10'))
    for (const service of Object.values(city.services))
      service.facts.push({
        id: 'proefprijs',
        kind: 'cost',
        value: { nl: '77 euro', fr: '77 euros', en: '77 euros' },
        source: { title: 'Proef', url: null },
        statedOn: '2025-08',
        checkedOn: null,
      })
  }
})

const pages = Object.values(world.catalogue.cities).flatMap((city) => Object.keys(city.services))
const show = (page: string, at: string): AskOutput =>
  assistantWith(world, () => at).show(page, { lang: 'nl', city: page.split('/')[0] ?? null })

const factsOf = (page: string): Fact[] => {
  const service = world.catalogue.cities[page.split('/')[0] ?? '']?.services[page]
  return [...(service?.facts ?? []), ...(service?.channels.flatMap(({ hours }) => hours?.fact ?? []) ?? [])]
}

describe.each(months)('on %s', (at) => {
  it('no page shows a stale price, hour or term', () => {
    for (const page of pages) {
      const { answers, reply, channels } = show(page, at)
      expect(answers.flatMap(({ facts }) => facts).filter(({ kind, stale }) => aging.has(kind) && stale)).toEqual([])
      for (const { kind, value } of factsOf(page).filter((fact) => aging.has(fact.kind) && isStale(fact, at)))
        expect(reply.text, `${page}: ${kind}`).not.toContain(typeof value === 'string' ? value : value.nl)
      if (at >= '2026-04') expect(channels.filter(({ openNow, hours }) => openNow !== undefined || hours)).toEqual([])
    }
  })

  it('every page has a source, and says of what it shows how old it is', () => {
    for (const page of pages) {
      const { sources, answers } = show(page, at)
      expect(sources.length, page).toBeGreaterThan(0)
      for (const { source, statedOn } of answers.flatMap(({ facts }) => facts)) {
        expect(source).toBeTruthy()
        expect(statedOn === null || /^\d{4}/.test(statedOn)).toBe(true)
      }
    }
  })
})

describe('the same year', () => {
  it('shows the price and the hours while they are fresh', () => {
    const january = show('gent/identiteitskaart', months[0] ?? '')
    expect(january.facts.some(({ value }) => value === '77 euro')).toBe(true)
    expect(january.channels.some(({ openNow }) => openNow !== undefined)).toBe(true)
  })

  it('every fact of the content names its source', () => {
    const held = Object.values(worldFixture().catalogue.cities).flatMap(({ services }) =>
      Object.values(services).flatMap(({ facts }) => facts),
    )
    expect(held.filter(({ source }) => !source.title)).toEqual([])
  })
})
