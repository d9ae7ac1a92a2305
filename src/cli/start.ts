import { configNames } from '../env.ts'
import { buildAccessibility } from './accessibility/build.ts'
import { buildDesk } from './desk/build.ts'
import { buildKit } from './kit/build.ts'
import { compileContent } from './start/content.ts'
import { startDeskIssuer } from './start/desk-issuer.ts'
import { untilHealthy } from './start/health.ts'
import { prepareWorker } from './start/prepare-worker.ts'
import { run } from './start/problem.ts'
import { claimPort, serve } from './start/serve.ts'
import { readSettings } from './start/settings.ts'
import { readVariables } from './start/variables.ts'
import { welcome } from './start/welcome.ts'
import { readWrangler } from './start/wrangler-toml.ts'
import { buildWidget } from './widget/build.ts'

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
  compileContent(root)
  await buildKit(root)
  await buildWidget(root)
  buildAccessibility(root)
  await buildDesk(root)
  const config = await prepareWorker(root, wrangler, configNames)
  // Somebody's own issuer goes before ours.
  const desk = values.DESK_ISSUER ? null : await startDeskIssuer()
  const running = serve(config, settings, { ...values, ...desk?.variables })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, running.stop)
  const health = await untilHealthy(running)
  console.log(welcome(running.url, health, settings.dataDir, performance.now(), desk?.code))
  process.exitCode = await running.ended
  desk?.stop()
}

await run(() => start(process.cwd()))
