import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bothEnds, histories } from './disorder.ts'

/** The short form; `npm run chaos -- disorder` does it ten thousand times. */
it('ends the same however a history is shuffled, copied and delayed', async () => {
  await fc.assert(
    fc.asyncProperty(histories, async (history) => {
      const { delivered, inOrder } = await bothEnds(history)
      expect(delivered).toEqual(inOrder)
    }),
    { numRuns: 60 },
  )
}, 60_000)
