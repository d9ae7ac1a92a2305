import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../../test/fixtures/free-port.ts'

export type LocalRun = { url: string; stop(): Promise<void> }

/** `npm start` on a port of its own, with state that is thrown away. */
export async function localRun(): Promise<LocalRun> {
  const folder = mkdtempSync(join(tmpdir(), 'loketwijzer-bench-'))
  const url = `http://127.0.0.1:${await freePort()}`
  const environment = { ...process.env, PORT: new URL(url).port, DATA_DIR: folder }
  const child = spawn(process.execPath, ['src/cli/start.ts'], { env: environment, stdio: 'ignore' })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  for (let tries = 0; tries < 600; tries += 1) {
    const well = await fetch(`${url}/health`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (well) return { url, stop: () => stop() }
    await pause(200)
  }
  await stop()
  throw new Error('the Worker did not start')

  async function stop(): Promise<void> {
    child.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
}
