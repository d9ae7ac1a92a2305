import { describe, expect, it } from 'vitest'
import { dateIn } from '../../src/core/in-words.ts'
import { telephone, webAddress } from '../../src/http/pages/parts/links.ts'
import { firstSentence } from '../../src/http/pages/parts/prose.ts'

describe('small words of a page', () => {
  it.each([
    ['09 210 10 10', 'tel:+3292101010'],
    ['+32 2 518 21 23', 'tel:+3225182123'],
    ['00800 2123 2123', 'tel:+80021232123'],
    ['1813', 'tel:1813'],
    ['112', 'tel:112'],
  ])('dials %s as %s', (number, link) => expect(telephone(number)).toBe(link))

  it.each([
    ['nl', '2024-06', 'juni 2024'],
    ['fr', '2024-06-15', '15 juin 2024'],
    ['en', '2024-06-15', '15 June 2024'],
    ['nl', '2024', '2024'],
    ['nl', 'onbekend', undefined],
    ['nl', '2024-13-01', undefined],
    ['nl', null, undefined],
  ] as const)('says in %s %s as %s', (lang, date, words) => expect(dateIn(lang, date)).toBe(words))

  it.each(['javascript:alert(1)', 'data:text/html,x', 'geen adres', null])('makes no link of %s', (url) =>
    expect(webAddress(url)).toBeUndefined(),
  )

  it('takes the first sentence, and not the dot of a number or a name', () => {
    expect(firstSentence('Bel de balie. Dat kan elke dag.')).toEqual(['Bel de balie.', 'Dat kan elke dag.'])
    expect(firstSentence('Kijk op stad.be of bel.')).toEqual(['Kijk op stad.be of bel.', ''])
  })
})
