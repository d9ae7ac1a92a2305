import fc from 'fast-check'
import { expect, it } from 'vitest'
import { packNumbers, unpackNumbers } from '../../../src/search/words/numbers.ts'

it('numbers come back as they went in', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 2 ** 31 - 1 })), (numbers) => {
      expect([...unpackNumbers(packNumbers(numbers), numbers.length)]).toEqual(numbers)
    }),
  )
})

it('small numbers take one byte', () => {
  expect([0, 127, 128, 16_384].map((number) => packNumbers([number]).length)).toEqual([1, 1, 2, 3])
})
