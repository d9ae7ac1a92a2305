import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, TomlError } from 'smol-toml'
import * as z from 'zod'
import { StartProblem } from './problem.ts'

/** Keys that say how Cloudflare deploys, and mean nothing on one machine. */
const deploymentOnly = [
  'workers_dev',
  'preview_urls',
  'send_metrics',
  'observability',
  'logpush',
  'route',
  'routes',
  'account_id',
  'keep_vars',
  'placement',
  'limits',
]

const names = z.array(z.string()).default([])

/** Strict: a key that we do not carry over is told, so that the local run never silently lacks what Cloudflare has. */
const schema = z.strictObject({
  name: z.string(),
  main: z.string(),
  compatibility_date: z.string(),
  compatibility_flags: names,
  minify: z.boolean().default(false),
  keep_names: z.boolean().default(true),
  vars: z.record(z.string(), z.string()).default({}),
  rules: z
    .array(
      z.strictObject({
        type: z.enum(['Text', 'Data']),
        globs: z.array(z.string()),
        fallthrough: z.boolean().optional(),
      }),
    )
    .default([]),
  /** Worker first, always: a file that is handed out before the sign-in is looked at would be public. */
  assets: z
    .strictObject({
      directory: z.string(),
      binding: z.string(),
      run_worker_first: z.literal(true),
      html_handling: z.literal('none'),
    })
    .optional(),
  durable_objects: z
    .strictObject({ bindings: z.array(z.strictObject({ name: z.string(), class_name: z.string() })) })
    .default({ bindings: [] }),
  migrations: z.array(z.strictObject({ tag: z.string(), new_classes: names, new_sqlite_classes: names })).default([]),
})

export type Wrangler = z.infer<typeof schema>
export type Rule = Wrangler['rules'][number]

/** Reads `wrangler.toml`. @throws {StartProblem} for what is wrong in it, and for what a local run cannot carry over. */
export function readWrangler(root: string): Wrangler {
  const written = Object.entries(readToml(join(root, 'wrangler.toml')))
  const parsed = schema.safeParse(Object.fromEntries(written.filter(([key]) => !deploymentOnly.includes(key))))
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map(({ path, message }) => `  ${path.join('.') || 'top level'}: ${message}`)
  throw new StartProblem(
    `wrangler.toml holds what \`npm start\` cannot carry over (src/cli/start/):\n${problems.join('\n')}`,
  )
}

function readToml(file: string): Record<string, unknown> {
  try {
    return parse(readFileSync(file, 'utf8'))
  } catch (error) {
    if (error instanceof TomlError) throw new StartProblem(`wrangler.toml is not valid TOML: ${error.message}`)
    throw error
  }
}
