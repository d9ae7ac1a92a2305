import { resolve } from 'node:path'
import { StartProblem } from './problem.ts'

export type Settings = { port: number; dataDir: string }

/** What the machine decides about a local run, apart from the Worker's own configuration in `src/env.ts`. */
export function readSettings(environment: NodeJS.ProcessEnv, root: string): Settings {
  const { PORT = '', DATA_DIR = '' } = environment
  return { port: portFrom(PORT || '8787'), dataDir: resolve(root, DATA_DIR || '.data') }
}

function portFrom(text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new StartProblem(`PORT: "${text}" is not a port. It is a number from 1 to 65535, for example 8787`)
}
