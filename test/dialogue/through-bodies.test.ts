import { describe, expect, it } from 'vitest'
import { throughBodies } from '../../src/dialogue/through-bodies.ts'
import { takeTurn } from '../../src/dialogue/turn.ts'
import type { Match } from '../../src/search/match.ts'
import { moment, worldFixture } from '../fixtures/world.ts'

const { catalogue } = worldFixture()
const [city] = Object.values(catalogue.cities)
const services = Object.values(city?.services ?? {})
const [page] = services
const body = page?.organisation ?? ''
const sister = services.find(({ id, organisation }) => organisation === body && id !== page?.id)
const stranger = services.find(({ organisation }) => !organisation.startsWith(body) && organisation !== body)

const clues = { share: 0, lead: 0, known: 1, covered: 1, evidence: 1, agreement: 1, accord: 1, length: 0.1, spread: 0 }
const matchOf = (shares: Record<string, number>): Match => ({
  candidates: Object.entries(shares).map(([target, share]) => ({ target, share, labels: [] })),
  clues,
})
const sharesOf = ({ candidates }: Match): Record<string, number> =>
  Object.fromEntries(candidates.map(({ target, share }) => [target, Number(share.toFixed(6))]))

describe('what speaks for a body that nobody asks for', () => {
  it('speaks for its page', () => {
    const found = throughBodies(
      matchOf({ [`organisation:${body}`]: 0.8, [page?.id ?? '']: 0.1, [stranger?.id ?? '']: 0.1 }),
      catalogue,
    )
    expect(sharesOf(found)).toEqual({ [page?.id ?? '']: 0.9, [stranger?.id ?? '']: 0.1 })
    expect(found.clues.share).toBeCloseTo(0.9)
    expect(found.clues.lead).toBeCloseTo(0.8)
  })

  it('speaks for several pages as far as each is likely itself', () => {
    const other = sister?.id ?? 'a second page of the body'
    const found = throughBodies(
      matchOf({ [`organisation:${body}`]: 0.6, [page?.id ?? '']: 0.3, [other]: 0.1 }),
      catalogue,
    )
    expect(sharesOf(found)).toEqual({ [page?.id ?? '']: 0.75, [other]: 0.25 })
  })

  it('is left out when none of its pages is likely: the others stand as if it had not been there', () => {
    const found = throughBodies(matchOf({ 'organisation:nowhere/nobody': 0.5, [page?.id ?? '']: 0.5 }), catalogue)
    expect(sharesOf(found)).toEqual({ [page?.id ?? '']: 1 })
  })

  it('changes nothing when no body is a candidate', () => {
    const match = matchOf({ [page?.id ?? '']: 0.7 })
    expect(throughBodies(match, catalogue)).toEqual(match)
  })
})

describe('a body that does just what a message is about', () => {
  const shownFor = (text: string, city: string): (string | null | undefined)[] =>
    takeTurn({ text, city }, worldFixture(), moment).answers.map(({ service, organisation }) => service ?? organisation)

  it.each([
    ['gent', 'Begeleidt dezelfde ploeg zowel leefstraten als open huizen?', 'gent/ontmoeten'],
    ['gent', 'Twee dagen voor de stemming gaat er een apart verkiezingsloket open, toch?', 'gent/verkiezingsloket'],
    ['antwerpen', 'Wie stuurt de mensen aan de loketten van de districtshuizen aan?', 'antwerpen/dlw'],
    ['gent', 'Kan ik in het welzijnsbureau van de Brugse Poort gewoon binnenstappen?', 'gent/wb-brugsepoort'],
  ])('is shown though nobody asks for a body, in %s: %s', (city, text, id) => {
    expect(shownFor(text, city)).toEqual([id])
  })

  it('gives way to a page that is as likely', () => {
    expect(shownFor('Wie trouwt ons in het stadhuis?', 'gent')).toEqual(['gent/huwelijksceremonie'])
  })
})
