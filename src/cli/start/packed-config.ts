import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const hour = 3_600_000

/** Where the program lies that runs the Worker. */
export const workerd = createRequire(import.meta.url).resolve('workerd/bin/workerd')

/** The files that a configuration takes in, in its order. */
export const embeddedIn = (config: string): string[] =>
  [...readFileSync(config, 'utf8').matchAll(/embed "([^"]+)"/g)].map(([, name = '']) => join(dirname(config), name))

/**
 * Packs a configuration with every file that it embeds into one, unless that of these very files is there: workerd reads
 * it as it lies, and parses no text and copies no content. Gives back its path.
 */
export function packedConfig(config: string): string {
  const folder = dirname(config)
  const packed = join(folder, `${hashOf([config, ...embeddedIn(config)])}.bin`)
  if (existsSync(packed)) return packed
  const aside = `${packed}.${process.pid}`
  writeFileSync(aside, execFileSync(workerd, ['compile', '--config-only', config], { maxBuffer: 2 ** 30 }))
  renameSync(aside, packed)
  forgetOlder(folder)
  return packed
}

function hashOf(files: string[]): string {
  const hash = createHash('sha256')
  for (const file of files) hash.update(readFileSync(file))
  return hash.digest('hex').slice(0, 16)
}

/** Those of earlier content, but for the last hour: another start may be about to read them. */
function forgetOlder(folder: string): void {
  for (const name of readdirSync(folder).filter((name) => name.includes('.bin'))) {
    const file = join(folder, name)
    if (statSync(file).mtimeMs < Date.now() - hour) rmSync(file, { force: true })
  }
}
