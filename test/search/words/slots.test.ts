import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packSlots, unpackSlots } from '../../../src/search/words/slots.ts'

describe('numbers that are read where they lie', () => {
  it('are each found at their position, whatever stands before them', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 5000 })), fc.constantFrom(2 as const, 8 as const), (numbers, width) => {
        const slots = unpackSlots(packSlots(numbers, width), width)
        expect(numbers.map((_, at) => slots(at))).toEqual(numbers)
      }),
    )
  })

  it('take two bits each when they are small', () => {
    expect(packSlots(Array<number>(4000).fill(3), 2).length).toBeLessThan(1020)
  })
})
