import { run } from './start/problem.ts'
import { examine } from './teams/examine.ts'

/**
 * `npm run teams:doctor`: what keeps the bot from working, a sentence for each fault. With `-- --offline` it asks nobody:
 * not Entra whether the secret is right, and not our own endpoint whether it lets Teams in.
 */
async function doctor(root: string, offline: boolean): Promise<void> {
  const faults = await examine(root, process.env, offline)
  for (const fault of faults) console.log(`✗ ${fault}`)
  if (faults.length > 0) process.exitCode = 1
  else console.log(`✓ Nothing is wrong that can be seen ${offline ? 'without the network' : 'from here'}.`)
}

await run(() => doctor(process.cwd(), process.argv.includes('--offline')))
