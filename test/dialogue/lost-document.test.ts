import { describe, expect, it } from 'vitest'
import { withPageOfDocument } from '../../src/dialogue/doc-stop.ts'
import { takeTurn } from '../../src/dialogue/turn.ts'
import type { Need } from '../../src/dialogue/turn-state.ts'
import { moment, worldFixture } from '../fixtures/world.ts'

const asked = (text: string, city: string) => takeTurn({ text, city }, worldFixture(), moment)

describe('a lost or stolen document', () => {
  it.each([
    ['jette', "J'ai perdu ma carte d'identité", 'jette/identiteitskaart'],
    ['antwerpen', 'mijn identiteitskaart is gestolen op de markt', 'antwerpen/identiteitskaart'],
    ['gent', 'portefeuille kwijt met mijn identiteitskaart erin', 'gent/identiteitskaart'],
  ])('leads to its page, which names DOC STOP before all else, in %s: %s', (city, text, page) => {
    const { outcome, services, reply } = asked(text, city)
    expect([outcome, services[0]?.id]).toEqual(['answered', page])
    expect(reply.text).toMatch(/^[^.]*DOC STOP[^.]*00800 2123 2123/)
  })

  it('leads to DOC STOP alone when blocking is all that is wanted', () => {
    const { outcome, services } = asked('identiteitskaart kwijt, ik wil ze vannacht nog laten blokkeren', 'gent')
    expect([outcome, services[0]?.id]).toEqual(['referred', 'common/doc-stop'])
  })

  const need = (shares: Record<string, number>): Need => ({
    text: '',
    candidates: Object.entries(shares).map(([target, share]) => ({ target, share, labels: [] })),
    confidence: 0.8,
    known: 1,
  })
  const first = (shares: Record<string, number>): string[] =>
    withPageOfDocument(need(shares), worldFixture()).candidates.map(({ target, share }) => `${target} ${share}`)

  it('has its page first when that may be wanted, and only a page of a document', () => {
    const [number, page, other] = ['common/doc-stop', 'gent/identiteitskaart', 'gent/klacht']
    expect(first({ [number]: 0.75, [other]: 0.125, [page]: 0.125 })).toEqual([
      `${page} 0.875`,
      `${number} 0`,
      `${other} 0.125`,
    ])
    expect(first({ [number]: 0.97, [page]: 0.03 })[0]).toBe(`${number} 0.97`)
    expect(first({ [number]: 0.8, [other]: 0.2 })[0]).toBe(`${number} 0.8`)
  })
})
