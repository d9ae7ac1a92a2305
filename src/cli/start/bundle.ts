import { join, matchesGlob, relative, resolve, sep } from 'node:path'
import type { Plugin } from 'esbuild'
import type { Rule, Wrangler } from './wrangler-toml.ts'

/** A file that stays outside the bundle: the Worker imports it by its name, and workerd reads it where it lies. */
export type OutsideModule = { name: string; type: Rule['type']; file: string }

/**
 * Bundles the Worker to `worker.js` in `target`, the way wrangler does: same conditions, same rules.
 * esbuild is loaded here only, since most starts find their bundle made.
 */
export async function bundle(
  root: string,
  { main, rules, minify, keep_names: keepNames }: Wrangler,
  target: string,
): Promise<OutsideModule[]> {
  const { build, stop } = await import('esbuild')
  const outside = new Map<string, OutsideModule>()
  await build({
    absWorkingDir: root,
    entryPoints: [main],
    outfile: join(target, 'worker.js'),
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2024',
    conditions: ['workerd', 'worker', 'browser'],
    external: ['cloudflare:*', 'node:*'],
    minify,
    keepNames,
    plugins: [keepOutside(root, rules, outside)],
  })
  await stop()
  return [...outside.values()]
}

function keepOutside(root: string, rules: Rule[], outside: Map<string, OutsideModule>): Plugin {
  return {
    name: 'rules-of-wrangler',
    setup({ onResolve }) {
      onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir }) => {
        const file = resolve(resolveDir, path)
        const name = relative(root, file).split(sep).join('/')
        const rule = rules.find(({ globs }) => globs.some((glob) => matchesGlob(name, glob)))
        if (!rule) return undefined
        outside.set(name, { name, type: rule.type, file })
        return { path: `./${name}`, external: true }
      })
    },
  }
}
