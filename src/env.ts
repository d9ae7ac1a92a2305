import * as z from 'zod'

/**
 * Configuration, read once. Every name, what it is for and an example stand here; all problems come in one report.
 * Names of parts that are not built yet are not listed: see docs/configuration.md.
 */
const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

const names = {
  PUBLIC_URL: { use: 'how the outside world reaches us', example: 'https://wijzer.stad.example' },
  WIDGET_ORIGINS: {
    use: 'exact origins that may embed, comma-separated',
    example: 'https://www.stad.example,https://nieuws.stad.example',
  },
} as const

/** Every name that may be set; the local start passes on exactly these, and `.dev.vars.example` lists them. */
export const configNames = Object.keys(names)

const origins = z.string().transform((value, context) => {
  const found = value
    .split(',')
    .map((origin) => origin.trim())
    .filter(Boolean)
  for (const origin of found) {
    if (!URL.canParse(origin) || new URL(origin).origin !== origin)
      context.addIssue(`"${origin}" is not an exact origin`)
  }
  return found
})

const schema = z.object({
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  WIDGET_ORIGINS: origins.optional(),
  LOCAL_RUN: z.literal('1').optional(),
})

export type Config = { publicUrl: string | null; widgetOrigins: string[]; local: boolean }
export type ConfigResult = { ok: true; config: Config } | { ok: false; problems: string[] }

/** Parses variables and secrets. With `LOCAL_RUN=1` only loopback, without it never loopback. */
export function readConfig(environment: Record<string, unknown>): ConfigResult {
  const known = Object.fromEntries([...configNames, 'LOCAL_RUN'].map((name) => [name, environment[name] || undefined]))
  const parsed = schema.safeParse(known)
  const problems = parsed.success
    ? []
    : parsed.error.issues.map((issue) => explain(String(issue.path[0]), issue.message))
  if (!parsed.success) return { ok: false, problems }
  const { PUBLIC_URL, WIDGET_ORIGINS = [], LOCAL_RUN } = parsed.data
  const local = LOCAL_RUN === '1'
  if (PUBLIC_URL && loopback.test(new URL(PUBLIC_URL).hostname) !== local) {
    problems.push(
      explain(
        'PUBLIC_URL',
        local ? 'it must be a loopback address in a local run' : 'a loopback address is not for deployment',
      ),
    )
  }
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, config: { publicUrl: PUBLIC_URL ?? null, widgetOrigins: WIDGET_ORIGINS, local } }
}

function explain(name: string, message: string): string {
  const known = names[name as keyof typeof names]
  return known ? `${name}: ${message}. It is ${known.use}, for example ${known.example}` : `${name}: ${message}`
}
