import { join } from 'node:path'
import { bootOf, preparedWorker } from './boot/boot.ts'
import { sizeOf } from './boot/size.ts'
import { median, milliseconds, spread } from './boot/statistics.ts'

/**
 * `npm run bench`: from the spawn of workerd to the first answer, our Worker with its whole content against the
 * smallest Worker with Hono, turn by turn in one run, so that both meet the same machine. It is not the cold start of
 * Cloudflare, which we cannot measure here; what counts is the difference between the two.
 */
const runs = 11

const root = process.cwd()
const ours = await preparedWorker(root)
const bare = await preparedWorker(join(root, 'bench', 'bare'))
const times: { ours: number[]; bare: number[] } = { ours: [], bare: [] }

// One of each beforehand, not counted: the files are then in the machine's memory for both.
await bootOf(ours)
await bootOf(bare)
for (let run = 0; run < runs; run += 1) {
  times.ours.push(await bootOf(ours))
  times.bare.push(await bootOf(bare))
}

const [mine, theirs] = [median(times.ours), median(times.bare)]
console.log(`boot to first answer, median of ${runs} (lowest to highest)`)
console.log(`  ours        ${milliseconds(mine)} ms (${spread(times.ours)})`)
console.log(`  bare Hono   ${milliseconds(theirs)} ms (${spread(times.bare)})`)
console.log(`  ratio       ${(mine / theirs).toFixed(2)}, difference ${milliseconds(mine - theirs)} ms`)
const { raw, gzip } = sizeOf(ours)
console.log(
  `size of the Worker with its content: ${Math.round(raw / 1024)} KiB, ${Math.round(gzip / 1024)} KiB with gzip`,
)
