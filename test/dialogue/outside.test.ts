import { describe, expect, it } from 'vitest'
import { takeTurn } from '../../src/dialogue/turn.ts'
import { moment, worldFixture } from '../fixtures/world.ts'

/** None of these stands in the content. */
const outside = [
  ['antwerpen', 'is zendaya married yet'],
  ['gent', 'synoniem van verklaring, 8 letters kruiswoord'],
  ['antwerpen', 'pokemonkaart glurak 1e editie'],
  ['jette', 'move my spotify playlists to apple music'],
  ['gent', 'prix écran iphone 12 cassé'],
] as const

describe('what no city helps with, in words that a city uses too', () => {
  it.each(outside)('is not taken for a page of %s: %s', (city, text) => {
    const { outcome, reply } = takeTurn({ text, city }, worldFixture(), moment)
    expect(outcome).toMatch(/^unanswerable/)
    expect(reply.choices).toEqual([])
  })

  // Told until the encoder was learned anew (decision 0092).
  it.fails('is not taken for a page either when the page is all but named', () => {
    const text = 'rijbewijs van mr bean in welke aflevering haalt hij dat'
    expect(takeTurn({ text, city: 'jette' }, worldFixture(), moment).outcome).toMatch(/^unanswerable/)
  })

  it('is told by what learned it, among the pages and apart: without both, pages are named', () => {
    const world = worldFixture()
    const { intent, encoder } = world.search
    const bias = intent.bias.map((one, at) => (intent.labels[at]?.startsWith('none:') ? -99 : one))
    const heads = new Map([...encoder.heads].filter(([task]) => task !== 'outside'))
    const search = { ...world.search, encoder: { ...encoder, heads }, intent: { ...intent, bias } }
    const named = outside.filter(
      ([city, text]) => !/^unanswerable/.test(takeTurn({ text, city }, { ...world, search }, moment).outcome),
    )
    expect(named.length).toBeGreaterThan(1)
  })

  it('leaves what a city does to the city', () => {
    const { services } = takeTurn(
      { text: 'Is er nog plaats om te trouwen in juni?', city: 'gent' },
      worldFixture(),
      moment,
    )
    expect(services[0]?.id).toContain('huwelijk')
  })
})
