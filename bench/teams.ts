import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bootOf, preparedWorker } from './boot/boot.ts'
import { sizeOf } from './boot/size.ts'
import { median, milliseconds, spread } from './boot/statistics.ts'

/**
 * `npm run bench:teams`: what the Teams adapter costs everybody. Our Worker beside the same Worker with an empty folder
 * in its place, turn by turn in one run.
 */
const runs = 11
const empty = `export const teamsAdapter = () => ({
  name: 'teams', capabilities: { delivery: 'pull', longestText: 0, mostChoices: 0, typing: false, statuses: false },
  routes: [], verify: async () => null, parse: async () => [], render: () => [],
  send: async () => ({ kind: 'failed', code: 'absent' }), ready: { receives: false, sends: false },
})
`

/** A copy of the project, but for this one folder. */
function without(root: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'loketwijzer-without-teams-'))
  const left = new Set(['.git', '.data', 'bench', 'node_modules', 'test'])
  for (const name of readdirSync(root).filter((one) => !left.has(one))) {
    cpSync(join(root, name), join(copy, name), { recursive: true, filter: (path) => !path.includes('.generated/run') })
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  writeFileSync(join(copy, 'adapters/teams/index.ts'), empty)
  return copy
}

const root = process.cwd()
const copy = without(root)
const workers = { with: await preparedWorker(root), without: await preparedWorker(copy) }
const times: Record<keyof typeof workers, number[]> = { with: [], without: [] }
for (let run = -1; run < runs; run += 1) {
  for (const which of ['with', 'without'] as const) {
    const took = await bootOf(workers[which])
    // One of each beforehand is not counted: the files are then in the machine's memory for both.
    if (run >= 0) times[which].push(took)
  }
}
const [mine, theirs] = [median(times.with), median(times.without)]
const [large, small] = [sizeOf(workers.with), sizeOf(workers.without)]
const kib = (bytes: number): string => (bytes / 1024).toFixed(1)
console.log(`boot to first answer, median of ${runs} (lowest to highest)`)
console.log(`  with Teams     ${milliseconds(mine)} ms (${spread(times.with)})`)
console.log(`  without        ${milliseconds(theirs)} ms (${spread(times.without)})`)
console.log(`  difference     ${milliseconds(mine - theirs)} ms, goal at most 40`)
console.log(
  `size that Teams adds: ${kib(large.raw - small.raw)} KiB, ${kib(large.gzip - small.gzip)} KiB with gzip, goal at most 90`,
)
rmSync(copy, { recursive: true })
