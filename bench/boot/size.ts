import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** Bytes of all modules of a Worker together, as they are and with gzip: what counts for the limit of a deployment. */
export function sizeOf(config: string): { raw: number; gzip: number } {
  const names = [...readFileSync(config, 'utf8').matchAll(/embed "([^"]+)"/g)].map(([, name = '']) => name)
  const all = Buffer.concat(names.map((name) => readFileSync(join(dirname(config), name))))
  return { raw: all.length, gzip: gzipSync(all).length }
}
