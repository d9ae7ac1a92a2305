import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepareWorker } from '../../../src/cli/start/prepare-worker.ts'
import { readWrangler } from '../../../src/cli/start/wrangler-toml.ts'
import { configNames } from '../../../src/env.ts'

/** A change of the source, made on purpose: the text must be there exactly once. */
export type Patch = { file: string; find: string; replace: string }

/**
 * Bundles the Worker and gives back its configuration. With patches it is made from a copy of the source, so that a
 * deliberately broken Worker needs no switch in the real one.
 */
export async function build(patches: Patch[] = []): Promise<string> {
  const root = process.cwd()
  if (patches.length === 0) return prepareWorker(root, readWrangler(root), configNames)
  const copy = copyOf(root)
  process.once('exit', () => rmSync(copy, { recursive: true, force: true }))
  for (const patch of patches) apply(copy, patch)
  return prepareWorker(copy, readWrangler(copy), configNames)
}

/** What a Worker is bundled from. */
const written = ['src', 'adapters', 'docs/figures']
const made = ['package.json', 'package-lock.json', 'wrangler.toml', 'tsconfig.json']

function copyOf(root: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'loketwijzer-build-'))
  for (const name of [...made, ...written]) cpSync(join(root, name), join(copy, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  mkdirSync(join(copy, '.generated'))
  for (const name of readdirSync(join(root, '.generated')).filter((name) => /\.(txt|bin)$/.test(name)))
    symlinkSync(join(root, '.generated', name), join(copy, '.generated', name))
  return copy
}

function apply(root: string, { file, find, replace }: Patch): void {
  const path = join(root, file)
  const text = readFileSync(path, 'utf8')
  const times = text.split(find).length - 1
  if (times !== 1) throw new Error(`${file}: the text to change stands there ${times} times, not once: ${find}`)
  writeFileSync(
    path,
    text.replace(find, () => replace),
  )
}
