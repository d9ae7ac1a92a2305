import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'esbuild'
import type { WidgetFiles } from '../../core/widget-files.ts'
import { hashOf } from '../../knowledge/compile/hash.ts'

const source = join('adapters', 'web', 'widget')
/** What the built files are made from, and by. */
const inputs = [source, 'src/core', 'src/cli/widget', 'package-lock.json']

/**
 * Builds the widget to `.generated/widget.txt`, unless that is of this code already: the entry, which a page loads, and
 * the panel, which loads when somebody opens it. The name of the panel and its checksum stand in the entry, so who pins
 * the entry has pinned both. Gives back what it built.
 */
export async function buildWidget(root: string): Promise<WidgetFiles> {
  const target = join(root, '.generated', 'widget.txt')
  const marker = join(root, '.generated', 'widget.hash')
  const hash = hashOf(root, inputs)
  const known = existsSync(target) && existsSync(marker) && readFileSync(marker, 'utf8') === hash
  if (known) return readWidget(root)
  mkdirSync(join(root, '.generated'), { recursive: true })
  const built = await bundleWidget(root)
  writeFileSync(target, JSON.stringify(built))
  writeFileSync(marker, hash)
  return built
}

/** The built widget. @throws when it was never built. */
export const readWidget = (root: string = process.cwd()): WidgetFiles =>
  JSON.parse(readFileSync(join(root, '.generated', 'widget.txt'), 'utf8')) as WidgetFiles

async function bundleWidget(root: string): Promise<WidgetFiles> {
  const [{ build, stop }, { minify }] = await Promise.all([import('esbuild'), import('terser')])
  const bundled = async (file: string, define: Record<string, string>): Promise<string> => {
    const { outputFiles } = await build({
      absWorkingDir: root,
      entryPoints: [join(source, file)],
      bundle: true,
      write: false,
      format: 'esm',
      target: 'es2022',
      charset: 'utf8',
      legalComments: 'none',
      define,
      plugins: [stylesAsText],
    })
    // A second look at what the bundler made: some 3 % less to load.
    const { code } = await minify(outputFiles[0]?.text ?? '', smaller)
    return code ?? ''
  }
  const panel = named('panel', await bundled('panel/panel.ts', {}))
  const entry = named(
    'widget',
    await bundled('element.ts', {
      PANEL_FILE: JSON.stringify(panel.name),
      PANEL_INTEGRITY: JSON.stringify(panel.file.integrity),
    }),
  )
  await stop()
  return { entry: entry.name, files: { ...pinned(root), [panel.name]: panel.file, [entry.name]: entry.file } }
}

const smaller = {
  module: true,
  ecma: 2020,
  compress: { passes: 5, keep_fargs: false, unsafe: true, unsafe_arrows: true, pure_getters: true },
} as const

/** Styles become text of the script: shorter, and no policy of the host page stands in their way. */
const stylesAsText: Plugin = {
  name: 'styles-as-text',
  setup({ onLoad, esbuild }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await esbuild.transform(readFileSync(path, 'utf8'), { loader: 'css', minify: true })
      return { contents: code.trim(), loader: 'text' }
    })
  },
}

type Named = { name: string; file: WidgetFiles['files'][string] }

function named(what: string, body: string): Named {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12)
  return { name: `${what}-${hash}.js`, file: withIntegrity(body) }
}

const withIntegrity = (body: string): WidgetFiles['files'][string] => ({
  body,
  integrity: `sha256-${createHash('sha256').update(body).digest('base64')}`,
})

/** Where files that some site has pinned are kept, so that they are still there after the next change. */
export const pinnedFolder = join(source, 'pinned')

function pinned(root: string): WidgetFiles['files'] {
  const folder = join(root, pinnedFolder)
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.js')) : []
  return Object.fromEntries(names.map((name) => [name, withIntegrity(readFileSync(join(folder, name), 'utf8'))]))
}
