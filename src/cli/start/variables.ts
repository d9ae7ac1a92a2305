import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'

export type Variables = { values: Record<string, string>; unknown: string[] }

/**
 * The Worker's variables: those of wrangler.toml, then `.dev.vars`, then the process environment, which wins. Only
 * `names` are passed on; other names in the first two are told, since they are likely a slip of the pen.
 */
export function readVariables(
  root: string,
  vars: Record<string, string>,
  environment: NodeJS.ProcessEnv,
  names: readonly string[],
): Variables {
  const written = { ...vars, ...devVars(join(root, '.dev.vars')) }
  const values: Record<string, string> = {}
  for (const name of names) {
    const value = environment[name] ?? written[name]
    if (value !== undefined) values[name] = value
  }
  return { values, unknown: Object.keys(written).filter((name) => !names.includes(name)) }
}

const devVars = (file: string): NodeJS.Dict<string> => (existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {})
