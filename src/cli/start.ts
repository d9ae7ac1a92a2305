import { configNames } from '../env.ts'
import { untilHealthy } from './start/health.ts'
import { prepareWorker } from './start/prepare-worker.ts'
import { StartProblem } from './start/problem.ts'
import { claimPort, type Running, serve } from './start/serve.ts'
import { readSettings } from './start/settings.ts'
import { readVariables } from './start/variables.ts'
import { welcome } from './start/welcome.ts'
import { readWrangler } from './start/wrangler-toml.ts'

/**
 * `npm start`: the Worker that Cloudflare would run, on this machine, in the same runtime. It reaches no network by
 * itself and reports to nobody.
 */
async function start(root: string): Promise<void> {
  const settings = readSettings(process.env, root)
  const wrangler = readWrangler(root)
  const { values, unknown } = readVariables(root, wrangler.vars, process.env, configNames)
  for (const name of unknown) console.warn(`${name}: src/env.ts knows no such variable, so it is not passed on`)
  await claimPort(settings.port)
  if (!(await compiled(root))) return
  const config = await prepareWorker(root, wrangler, configNames)
  const running = serve(config, settings, values)
  stopOnSignals(running)
  const health = await untilHealthy(running)
  console.log(welcome(running.url, health, settings.dataDir, performance.now()))
  process.exitCode = await running.ended
}

/** Problems of the content are for editors, so they are told whole; nothing starts on content that is wrong. */
async function compiled(root: string): Promise<boolean> {
  const { compile, ContentError } = await import('../knowledge/compile/compile.ts')
  try {
    compile(root, (line) => console.log(line))
    return true
  } catch (error) {
    if (!(error instanceof ContentError)) throw error
    console.error(error.message)
    process.exitCode = 1
    return false
  }
}

function stopOnSignals(running: Running): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => running.stop())
}

try {
  await start(process.cwd())
} catch (error) {
  if (!(error instanceof StartProblem)) throw error
  console.error(error.message)
  process.exitCode = 1
}
