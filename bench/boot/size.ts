import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { embeddedIn } from '../../src/cli/start/packed-config.ts'

/** Bytes of all modules of a Worker together, as they are and with gzip: what counts for the limit of a deployment. */
export function sizeOf(packed: string): { raw: number; gzip: number } {
  const files = embeddedIn(join(dirname(packed), 'config.capnp'))
  const all = Buffer.concat(files.map((file) => readFileSync(file)))
  return { raw: all.length, gzip: gzipSync(all).length }
}
