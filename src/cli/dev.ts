import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildAccessibility } from './accessibility/build.ts'
import { buildDesk } from './desk/build.ts'
import { buildKit } from './kit/build.ts'
import { compileContent } from './start/content.ts'
import { run } from './start/problem.ts'
import { readSettings } from './start/settings.ts'
import { buildWidget } from './widget/build.ts'

/**
 * `npm run dev`: wrangler's own server, which rebuilds at every save, for those who write code. It reads its variables
 * from `.dev.vars` only. Without these names it would look for the network at every start, and tell of itself.
 */
const quiet = {
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_SEND_ERROR_REPORTS: 'false',
  WRANGLER_HIDE_BANNER: 'true',
}

async function dev(root: string): Promise<void> {
  const { port, dataDir } = readSettings(process.env, root)
  compileContent(root)
  await buildKit(root)
  await buildWidget(root)
  buildAccessibility(root)
  await buildDesk(root)
  const flags = ['--local', '--ip', '127.0.0.1', '--port', String(port), '--inspector-port', '0']
  const kept = ['--persist-to', join(dataDir, 'wrangler'), '--var', 'LOCAL_RUN:1']
  const wrangler = spawn(join(root, 'node_modules', '.bin', 'wrangler'), ['dev', ...flags, ...kept], {
    env: { ...process.env, ...quiet },
    stdio: 'inherit',
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => wrangler.kill(signal))
  process.exitCode = await new Promise<number>((ended) => wrangler.once('exit', (code) => ended(code ?? 0)))
}

await run(() => dev(process.cwd()))
