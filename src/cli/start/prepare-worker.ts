import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashOf } from '../../knowledge/compile/hash.ts'
import { bundle } from './bundle.ts'
import { packedConfig } from './packed-config.ts'
import { workerdConfig } from './workerd-config.ts'
import type { Wrangler } from './wrangler-toml.ts'

/** What the bundle and its configuration are made from; not the content, which lies beside it. */
const folders = ['src', 'adapters']
const files = ['wrangler.toml', 'package-lock.json', 'docs/figures/last-run.json']

const hour = 3_600_000

/**
 * Makes the bundle and the workerd configuration, unless those of this very code are there. `names` are passed to the
 * Worker from the process environment. Gives back the path of the configuration, packed with the content as it is now.
 */
export async function prepareWorker(root: string, wrangler: Wrangler, names: readonly string[]): Promise<string> {
  return packedConfig(await configOf(root, wrangler, names))
}

async function configOf(root: string, wrangler: Wrangler, names: readonly string[]): Promise<string> {
  const kept = join(root, '.generated', 'run')
  const target = join(kept, codeHash(root, names))
  const config = join(target, 'config.capnp')
  if (existsSync(config)) return config
  // Made aside and moved in one go: two starts at the same time never read half a bundle.
  const aside = `${target}.${process.pid}`
  mkdirSync(aside, { recursive: true })
  const outside = await bundle(root, wrangler, aside)
  writeFileSync(join(aside, 'config.capnp'), workerdConfig(wrangler, outside, names, aside))
  moveInto(target, aside)
  forgetOlder(kept)
  return config
}

function codeHash(root: string, names: readonly string[]): string {
  const present = (path: string): boolean => existsSync(join(root, path))
  const hash = createHash('sha256')
    .update(hashOf(root, folders.filter(present)))
    .update(names.join())
  for (const file of files.filter(present)) hash.update(readFileSync(join(root, file)))
  return hash.digest('hex').slice(0, 16)
}

function moveInto(target: string, aside: string): void {
  try {
    renameSync(aside, target)
  } catch (error) {
    if (!existsSync(target)) throw error
    rmSync(aside, { recursive: true })
  }
}

/** Bundles of earlier code. Those of the last hour stay: another start may be about to read them. */
function forgetOlder(kept: string): void {
  for (const name of readdirSync(kept)) {
    const folder = join(kept, name)
    if (statSync(folder).mtimeMs < Date.now() - hour) rmSync(folder, { recursive: true, force: true })
  }
}
