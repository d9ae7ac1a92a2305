import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'

/**
 * Models that are kept with the content they were learned from, each with its key: whoever builds that very content need
 * not wait for them. What the content has outgrown is no longer looked at, and learned by the build itself.
 */
const folder = 'knowledge/common/learned'
const listFile = 'keys.json'
const list = z.record(z.string(), z.object({ key: z.string(), sha256: z.string() }))

/** The bytes of a kept model; null when none was learned from what this key stands for, or the bytes are not those that were kept. */
export function keptModel(root: string, name: string, key: string): Uint8Array | null {
  const file = join(root, folder, `${name}.bin`)
  const kept = keptList(root)[name]
  if (kept?.key !== key || !existsSync(file)) return null
  const bytes = readFileSync(file)
  return sha256(bytes) === kept.sha256 ? new Uint8Array(bytes) : null
}

/** Keeps models that were just compiled, by their names. */
export function keepModels(root: string, names: string[]): void {
  const compiled = (file: string): Buffer => readFileSync(join(root, '.generated', file))
  mkdirSync(join(root, folder), { recursive: true })
  for (const name of names) writeFileSync(join(root, folder, `${name}.bin`), compiled(`${name}.bin`))
  const all = names.map((name) => [
    name,
    { key: compiled(`${name}.key`).toString('utf8'), sha256: sha256(compiled(`${name}.bin`)) },
  ])
  writeFileSync(join(root, folder, listFile), `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`)
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** What is kept; nothing when the list cannot be read, as after a merge: then the build learns. */
function keptList(root: string): z.infer<typeof list> {
  const file = join(root, folder, listFile)
  if (!existsSync(file)) return {}
  try {
    return list.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return {}
  }
}
