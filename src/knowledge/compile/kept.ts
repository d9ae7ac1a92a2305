import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'

/**
 * Models that are kept with the content they were learned from, each with its key: whoever builds that very content need
 * not wait for them. What the content has outgrown is no longer looked at, and learned by the build itself.
 */
const folder = 'knowledge/common/learned'
const keysFile = 'keys.json'
const keys = z.record(z.string(), z.string())

/** The bytes of a kept model; null when none was learned from what this key stands for. */
export function keptModel(root: string, name: string, key: string): Uint8Array | null {
  const file = join(root, folder, `${name}.bin`)
  return keptKeys(root)[name] === key && existsSync(file) ? new Uint8Array(readFileSync(file)) : null
}

/** Keeps the models that were compiled last, and gives their names. */
export function keepModels(root: string): string[] {
  const compiled = (file: string): Buffer => readFileSync(join(root, '.generated', file))
  const names = readdirSync(join(root, '.generated')).flatMap((file) => /^(.+)\.key$/.exec(file)?.[1] ?? [])
  mkdirSync(join(root, folder), { recursive: true })
  for (const name of names) writeFileSync(join(root, folder, `${name}.bin`), compiled(`${name}.bin`))
  const all = Object.fromEntries(names.map((name) => [name, compiled(`${name}.key`).toString('utf8')]))
  writeFileSync(join(root, folder, keysFile), `${JSON.stringify(all, null, 2)}\n`)
  return names
}

/** Lets the next build learn every model, whatever is kept or compiled. */
export function forgetModels(root: string): void {
  rmSync(join(root, folder), { recursive: true, force: true })
  for (const file of readdirSync(join(root, '.generated')))
    if (file.endsWith('.key') || file === 'hash') rmSync(join(root, '.generated', file))
}

function keptKeys(root: string): Record<string, string> {
  const file = join(root, folder, keysFile)
  return existsSync(file) ? keys.parse(JSON.parse(readFileSync(file, 'utf8'))) : {}
}
