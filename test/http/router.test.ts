import { expect, it } from 'vitest'
import { appFixture } from '../fixtures/world.ts'

/** Where a path leads is remembered: the second time must be as the first, by each method and with other paths between. */
it('a path leads to the same place each time, and no path to that of another', async () => {
  const app = appFixture()
  const status = async (method: string, path: string): Promise<number> => (await app.request(path, { method })).status
  const asked = [
    ['GET', '/health'],
    ['POST', '/health'],
    ['HEAD', '/health'],
    ['GET', '/gent'],
    ['GET', '/atlantis'],
    ['GET', '/leuven'],
    ['DELETE', '/api/v1/ask'],
    ['BREW', '/health'],
  ] as const
  const turn = async (): Promise<number[]> => Promise.all(asked.map(([method, path]) => status(method, path)))
  const first = await turn()
  expect(first).toEqual([200, 404, 200, 200, 404, 200, 404, 404])
  expect(await turn()).toEqual(first)
})
