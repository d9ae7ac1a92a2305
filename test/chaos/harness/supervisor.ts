import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { untilHealthy } from '../../../src/cli/start/health.ts'
import { type Running, serve } from '../../../src/cli/start/serve.ts'
import { freePort } from '../../fixtures/free-port.ts'

/** A Worker in real workerd that is killed and started again, on the same port and the same state. */
export type Supervisor = {
  url: string
  dataDir: string
  kills: number
  /** Done after each kill, before it is started again. */
  whileDown: () => void
  /** kill −9, and up again; resolves when it answers. One at a time: while it comes up, more do nothing. */
  kill(): Promise<void>
  /** When it is up again after the last kill. */
  settled(): Promise<void>
  /** Down until `start`. */
  down(): Promise<void>
  start(): Promise<void>
  /** Seconds of CPU that the Worker has used; 0 where the machine does not tell. */
  cpu(): number
  /** Everything that the Worker printed. */
  printed(): string
  close(): Promise<void>
}

export async function supervise(config: string, variables: Record<string, string>): Promise<Supervisor> {
  const port = await freePort()
  const dataDir = mkdtempSync(join(tmpdir(), 'loketwijzer-chaos-'))
  const output = join(dataDir, 'printed.log')
  const file = openSync(output, 'a')
  let running: Running | undefined
  let restarting: Promise<void> | undefined

  const start = async (): Promise<void> => {
    running = serve(config, { port, dataDir }, variables, file)
    await untilHealthy(running).catch((error: unknown) => {
      throw new Error(readFileSync(output, 'utf8').slice(-2000), { cause: error })
    })
  }
  const down = async (): Promise<void> => {
    running?.kill()
    await running?.ended
  }
  const supervisor: Supervisor = {
    url: `http://127.0.0.1:${port}`,
    dataDir,
    kills: 0,
    whileDown: () => {},
    kill() {
      restarting ??= (async () => {
        supervisor.kills++
        await down()
        supervisor.whileDown()
        await start()
      })().finally(() => {
        restarting = undefined
      })
      return restarting
    },
    settled: async () => restarting,
    down,
    start,
    cpu: () => secondsOf(running?.pid),
    printed: () => readFileSync(output, 'utf8'),
    async close() {
      await restarting?.catch(() => {})
      await down()
      closeSync(file)
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
  await start()
  return supervisor
}

/** User and system time of a process, in hundredths of a second where Linux keeps them. */
function secondsOf(pid: number | undefined): number {
  const stat = `/proc/${pid}/stat`
  if (!existsSync(stat)) return 0
  const fields = readFileSync(stat, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / 100
}
