import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onlyWhatWeUse } from './only-what-we-use.ts'

const folder = 'adapters/teams'
const source = 'kit/source.ts'
/** Whatever decides what comes out. */
const inputs = [`${folder}/${source}`, 'src/cli/kit/build.ts', 'src/cli/kit/only-what-we-use.ts', 'package-lock.json']

const types = `export * from '../${source}'\n`

/**
 * Makes `adapters/teams/.generated/kit.js`, unless it is there already: the part of the kits of Microsoft that the
 * Teams adapter uses, as one module that every bundler, vitest and Node read alike.
 */
export async function buildKit(root: string): Promise<void> {
  const target = join(root, folder, '.generated')
  const marker = join(target, 'hash')
  const hash = hashOf(root)
  if (existsSync(marker) && readFileSync(marker, 'utf8') === hash) return
  mkdirSync(target, { recursive: true })
  const [{ build }, { minify }] = await Promise.all([import('esbuild'), import('terser')])
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [join(folder, source)],
    write: false,
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['main'],
    target: 'es2024',
    minify: true,
    legalComments: 'none',
    external: ['zod'],
    plugins: [onlyWhatWeUse()],
  })
  // A second look at what the bundler made, as for the widget: everybody's Worker carries it.
  const { code } = await minify(outputFiles[0]?.text ?? '', { module: true, ecma: 2020, compress: { passes: 3 } })
  writeFileSync(join(target, 'kit.js'), code ?? '')
  writeFileSync(join(target, 'kit.d.ts'), types)
  writeFileSync(marker, hash)
}

function hashOf(root: string): string {
  const hash = createHash('sha256')
  for (const path of inputs) hash.update(readFileSync(join(root, path)))
  return hash.digest('hex').slice(0, 16)
}
