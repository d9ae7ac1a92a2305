import { afterEach, expect, it } from 'vitest'
import { type Part, summed } from './part.ts'
import { forgetProgress } from './progress.ts'
import { takeRounds } from './run.ts'

const name = `test-${process.pid}`
afterEach(() => forgetProgress(name))

type Found = { looked: number; kinds: Record<string, number> }

/** Looks at one thing a round; breaks off before the round `until`. */
const partUntil = (until: number): Part<Found> => ({
  rounds: 4,
  asked: 'four rounds',
  async run(round) {
    if (round === until) throw new Error('broken off')
    return { looked: 1, kinds: { [round % 2 === 0 ? 'even' : 'odd']: 1 } }
  },
  add: summed,
  holds: ({ looked }) => looked === 4,
  measured: ({ looked }) => `${looked} looked at`,
})

const run = (until: number, code: string, told: string[] = []) =>
  takeRounds(name, partUntil(until) as Part, code, (line) => told.push(line))

it('a long proof goes on where it was broken off, and counts every round once', async () => {
  await expect(run(3, 'code')).rejects.toThrow('broken off')
  const told: string[] = []
  const { sum, holds } = await run(9, 'code', told)
  expect({ sum, holds }).toEqual({ sum: { looked: 4, kinds: { even: 2, odd: 2 } }, holds: true })
  expect(told[0]).toContain('of which 3 were done before')
  expect(told).toHaveLength(2)
})

it('a long proof of other code begins anew', async () => {
  await expect(run(3, 'code')).rejects.toThrow('broken off')
  const told: string[] = []
  await run(9, 'other code', told)
  expect(told).toHaveLength(5)
})
