import { describe, expect, it } from 'vitest'
import { runBadInput } from './bad-input.ts'
import worst from './worst-seeds.json' with { type: 'json' }

/** The short form; `npm run chaos -- bad-input` sends a million, and fifty thousand of them over HTTP. */
describe('bad input', () => {
  it('is refused or left aside, never a fault of ours', async () => {
    const { answers, nobody } = await runBadInput(4000)
    expect(nobody).toBe(0)
    expect(Object.keys(answers).sort()).toEqual(['2xx', '4xx'])
  }, 60_000)

  it.each(worst)('that took longest in the last long run is no fault either: seed %i', async (seed) => {
    const { answers, nobody } = await runBadInput(1, seed)
    expect(answers['5xx']).toBeUndefined()
    expect(nobody).toBe(0)
  })
})
