import { describe, expect, it } from 'vitest'
import { showTarget } from '../../src/dialogue/show-target.ts'
import { moment, worldFixture } from '../fixtures/world.ts'

const told = (id: string, lang: 'nl' | 'fr' | 'en'): string =>
  showTarget(`organisation:${id}`, { lang, city: null }, worldFixture(), moment).answers[0]?.text ?? ''

describe('the answer for a body', () => {
  it('tells which body it is part of, in every language', () => {
    expect(told('jette/fr-creches', 'nl')).toContain('Hoort bij: Directie Franse Gemeenschap.')
    expect(told('jette/fr-creches', 'fr')).toContain('Rattachement : Direction Communauté française.')
    expect(told('gent/balies', 'en')).toMatch(/Part of: Dienst Publiekszaken/)
  })

  it('does not tell that it is part of the city', () => {
    expect(told('jette/franse', 'nl')).not.toContain('Hoort bij')
    expect(told('gent/publiekszaken', 'nl')).not.toContain('Hoort bij')
  })
})
