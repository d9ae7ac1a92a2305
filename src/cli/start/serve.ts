import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { workerd } from './packed-config.ts'
import { StartProblem } from './problem.ts'
import type { Settings } from './settings.ts'

export type Running = {
  url: string
  pid: number | undefined
  /** Resolves when workerd has ended, with its exit code. */
  ended: Promise<number>
  stop(): void
  /** Ends it as a power cut would. */
  kill(): void
}

/** How long a request that is under way may take to finish once we are asked to stop. */
const grace = 3000

/** @throws {StartProblem} when something else listens on the port. */
export async function claimPort(port: number): Promise<void> {
  await new Promise<void>((free, taken) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => taken(explain(error, port)))
    probe.listen(port, '127.0.0.1', () => probe.close(() => free()))
  })
}

function explain(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new StartProblem(
      `Port ${port} is in use, perhaps by an earlier start. Stop that, or choose another: PORT=${port + 1} npm start`,
    )
  }
  return error.code === 'EACCES'
    ? new StartProblem(`Port ${port} may not be used by this user. Choose one above 1023`)
    : error
}

/**
 * Runs workerd on loopback, on a packed configuration and with its state in `dataDir`. Its process gets the Worker's
 * variables and nothing else.
 * `output`: where what it prints goes, ours or an open file.
 */
export function serve(
  config: string,
  { port, dataDir }: Settings,
  variables: Record<string, string>,
  output: 'inherit' | number = 'inherit',
): Running {
  const objects = join(dataDir, 'objects')
  mkdirSync(objects, { recursive: true })
  const address = `127.0.0.1:${port}`
  const child = spawn(
    workerd,
    ['serve', '--binary', config, '--socket-addr', `http=${address}`, '--directory-path', `objects=${objects}`],
    {
      env: variables,
      stdio: ['ignore', output, output],
    },
  )
  let asked = false
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', reject)
    // Ended by a signal that we did not send is a crash.
    child.once('exit', (code) => resolve(code ?? (asked ? 0 : 1)))
  })
  const stop = (): void => {
    asked = true
    child.kill('SIGTERM')
    setTimeout(() => child.kill('SIGKILL'), grace).unref()
  }
  const kill = (): void => {
    asked = true
    child.kill('SIGKILL')
  }
  return { url: `http://${address}`, pid: child.pid, ended, stop, kill }
}
