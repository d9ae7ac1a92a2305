import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { BuildOptions } from 'esbuild'
import type { DeskFiles } from '../../desk/files.ts'
import { hashOf } from '../../knowledge/compile/hash.ts'

/** What the built files are made from, and by. */
const inputs = ['src/desk', 'src/dialogue', 'src/search', 'src/core', 'src/cli/desk', 'package-lock.json']

/** Where it lies: beside the Worker, not in it. */
const deskFile = '.generated/assets/desk.txt'

/** Builds the page of the desk to `.generated/assets/desk.txt`, unless that is of this code already. */
export async function buildDesk(root: string): Promise<void> {
  const target = join(root, deskFile)
  const marker = join(root, '.generated', 'desk.hash')
  const hash = hashOf(root, inputs)
  if (existsSync(target) && existsSync(marker) && readFileSync(marker, 'utf8') === hash) return
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, JSON.stringify(await bundleDesk(root)))
  writeFileSync(marker, hash)
}

/** The built page. @throws when it was never built. */
export const readDesk = (root: string = process.cwd()): DeskFiles =>
  JSON.parse(readFileSync(join(root, deskFile), 'utf8')) as DeskFiles

async function bundleDesk(root: string): Promise<DeskFiles> {
  const { build, stop } = await import('esbuild')
  const bundled = async (file: string, options: BuildOptions = {}): Promise<string> => {
    const { outputFiles = [] } = await build({
      absWorkingDir: root,
      entryPoints: [join('src/desk', file)],
      bundle: true,
      minify: true,
      write: false,
      format: 'esm',
      target: 'es2023',
      charset: 'utf8',
      legalComments: 'none',
      ...options,
    })
    return outputFiles[0]?.text ?? ''
  }
  const script = named('js', await bundled('page/page.ts'))
  const style = named('css', await bundled('page/style.css'))
  const worker = await bundled('offline/service-worker.ts', { format: 'iife' })
  await stop()
  return {
    script: script.name,
    style: style.name,
    files: { [script.name]: script.body, [style.name]: style.body },
    worker,
  }
}

function named(ending: string, body: string): { name: string; body: string } {
  return { name: `desk-${createHash('sha256').update(body).digest('hex').slice(0, 12)}.${ending}`, body }
}
