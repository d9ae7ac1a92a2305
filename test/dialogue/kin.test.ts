import { describe, expect, it } from 'vitest'
import { isBodyOf } from '../../src/dialogue/kin.ts'
import { takeTurn } from '../../src/dialogue/turn.ts'
import { moment, worldFixture } from '../fixtures/world.ts'

const { catalogue } = worldFixture()
const cities = Object.values(catalogue.cities)

describe('a body and a page', () => {
  it('belong together when the body offers the page', () => {
    const page = cities.flatMap(({ services }) => Object.values(services)).find(({ organisation }) => organisation)
    expect(isBodyOf(`organisation:${page?.organisation}`, page?.id ?? '', catalogue)).toBe(true)
  })

  it('do not when the page is that of the city itself, of which every body is a part', () => {
    const parts = cities.flatMap(({ concepts, organisations, services }) => {
      const general = concepts['algemene-informatie'] ?? ''
      const whole = services[general]?.organisation
      return Object.values(organisations).flatMap(({ id, parent }) => (parent === whole ? [{ id, general }] : []))
    })
    expect(parts.length).toBeGreaterThan(5)
    for (const { id, general } of parts) expect(isBodyOf(`organisation:${id}`, general, catalogue)).toBe(false)
  })
})

it('who asks which body of the city does something is not sent to the page of the city itself', () => {
  const text = 'Welke dienst van de gemeente geeft paspoorten af?'
  const { answers } = takeTurn({ text, city: 'jette' }, worldFixture(), moment)
  expect(answers.map(({ service }) => service)).not.toContain('jette/algemene-informatie')
})
