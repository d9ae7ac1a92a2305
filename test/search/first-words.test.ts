import { expect, it } from 'vitest'
import { longestFrom, longestNames } from '../../src/search/first-words.ts'

it('the first word of a name leads to the longest that begins so; another word leads nowhere', () => {
  const openings = longestNames(['stad', 'stad gent', 'huis van het kind', 'huis'])
  expect(['stad', 'huis', 'gent', 'constructor'].map((word) => longestFrom(openings, word))).toEqual([2, 4, 0, 0])
})
