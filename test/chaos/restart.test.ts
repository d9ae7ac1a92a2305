import { afterAll, beforeAll, expect, it } from 'vitest'
import { build } from './harness/build.ts'
import { type FarSide, json, startFarSide } from './harness/far-side.ts'
import { pause } from './harness/http.ts'
import { type Supervisor, supervise } from './harness/supervisor.ts'
import { deliver, messagesHook, variables } from './harness/whatsapp.ts'

let farSide: FarSide
let worker: Supervisor
beforeAll(async () => {
  farSide = await startFarSide()
  worker = await supervise(await build(), variables(farSide.url))
}, 120_000)
afterAll(async () => {
  await worker.close()
  await farSide.close()
})

const until = async (happened: () => boolean): Promise<void> => {
  while (!happened()) await pause(50)
}

it('a reply that was due while the process was down goes out once, though nobody asks for it', async () => {
  farSide.plan = () => ({
    accepts: false,
    answer: (response) => json(response, 429, '{}', { 'retry-after': '2' }),
  })
  await deliver(worker.url, messagesHook([{ id: 'wamid.1', from: '32470000001', text: 'Ik ben verhuisd' }]))
  await until(() => farSide.asked > 0)
  // Killed before the refusal is kept it would be a message that may have arrived: another case, and slower.
  await pause(500)
  await worker.down()
  await pause(3000)
  farSide.plan = () => null
  await worker.start()
  await until(() => farSide.taken.length > 0)
  await pause(1500)
  expect(farSide.taken).toHaveLength(1)
}, 60_000)
