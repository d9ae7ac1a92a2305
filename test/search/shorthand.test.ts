import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { standsFor } from '../../src/search/shorthand.ts'

test.each([
  ['rijbewijs', 'rijbewijs'],
  ['rijb', 'rijbewijs'],
  ['strfreg', 'strafregister'],
  ['park', 'containerpark'],
  ['rijbewijzen', 'rijbewijs'.slice(0, 7)],
  ['rijbewjis', 'rijbewijs'],
  ['rijbwijs', 'rijbewijs'],
])('%s stands for %s', (typed, word) => {
  expect(standsFor(typed, word)).toBeGreaterThan(0)
})

test.each([
  ['r', 'rijbewijs'],
  ['rw', 'rijbewijs'],
  ['bewijsr', 'rijbewijs'],
  ['huis', 'hond'],
  ['rs', 'reispas'],
])('%s does not stand for %s', (typed, word) => {
  expect(standsFor(typed, word)).toBe(0)
})

const word = fc.string({ unit: fc.constantFrom(...'abcdeijrstw'), minLength: 1, maxLength: 14 })

test('nothing stands for a word better than the word itself, and a longer beginning is never worse', () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      const found = standsFor(a, b)
      expect(found).toBeGreaterThanOrEqual(0)
      expect(found < 1 || a === b).toBe(true)
    }),
  )
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'abcdeijrstw'), minLength: 4, maxLength: 14 }), (whole) => {
      const beginnings = Array.from({ length: whole.length - 2 }, (_, at) => standsFor(whole.slice(0, at + 2), whole))
      expect(beginnings).toEqual(beginnings.toSorted((a, b) => a - b))
    }),
  )
})
