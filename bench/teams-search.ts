import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { serve } from '../src/cli/start/serve.ts'
import { search } from '../test/adapters/teams/activities.ts'
import { openService } from '../test/adapters/teams/service.ts'
import { preparedWorker } from './boot/boot.ts'

/**
 * `npm run bench:teams`, second half: the search while somebody writes, over the real route in workerd with real tokens.
 * Requests leave at a fixed pace, whether or not the ones before were answered; a request that waits counts as slow.
 */
const perSecond = 20
const seconds = 15
const words = ['rijbewijs', 'verhuizen', 'identiteitskaart', 'paspoort', 'huwelijk', 'afval', 'parkeren', 'geboorte']
/** As somebody types: one letter more each time, and now and then a first opening. */
const typed: (string | null)[] = words.flatMap((word) => [null, ...Array.from(word, (_, at) => word.slice(0, at + 1))])

const service = await openService()
const running = serve(
  await preparedWorker(process.cwd()),
  { port: 8797, dataDir: join(tmpdir(), 'loketwijzer-bench-search') },
  service.variables,
)

async function ask(nth: number): Promise<number> {
  const query = typed[nth % typed.length] ?? null
  const person = { from: { id: `29:${nth % 7}` }, timestamp: new Date().toISOString(), id: `f:${nth}` }
  const begun = performance.now()
  const response = await service.tell(running.url, search(query, person))
  const body = await response.text()
  if (response.status !== 200 || !body.includes('composeExtension'))
    throw new Error(`it answered with ${response.status}`)
  return performance.now() - begun
}

for (;;) {
  if (
    await fetch(`${running.url}/health`).then(
      ({ ok }) => ok,
      () => false,
    )
  )
    break
  await pause(20)
}
for (let nth = 0; nth < typed.length; nth += 1) await ask(nth)

const asked: Promise<number>[] = []
const begun = performance.now()
while (asked.length < perSecond * seconds) {
  asked.push(ask(asked.length))
  await pause(Math.max(0, begun + (asked.length * 1000) / perSecond - performance.now()))
}
const took = (await Promise.all(asked)).sort((a, b) => a - b)
const share = (part: number): string => (took[Math.ceil(took.length * part) - 1] ?? Number.NaN).toFixed(1)
console.log(`search at ${perSecond} a second for ${seconds} s, token signed and answer read included`)
console.log(`  median ${share(0.5)} ms, p95 ${share(0.95)} ms (goal at most 50), slowest ${share(1)} ms`)
running.stop()
await running.ended
await service.close()
