import type * as z from 'zod'
import type { Config } from './core/config.ts'
import { desk, deskConfig } from './env/desk.ts'
import { general } from './env/general.ts'
import { teams, teamsConfig } from './env/teams.ts'
import { isLoopback, type Variable } from './env/variable.ts'
import { whatsapp, whatsappConfig } from './env/whatsapp.ts'

/** Configuration, read once: every name, what it is for and an example stand in `src/env/`; all problems come in one report. */
const variables = { ...general, ...whatsapp, ...teams, ...desk }

/** Every name that may be set; the local start passes on exactly these, and `.dev.vars.example` lists them. */
export const configNames = Object.keys(variables)

type Values = { [name in Name]?: z.infer<ReturnType<(typeof variables)[name]['schema']>> | undefined } & {
  LOCAL_RUN?: '1'
}
type Name = keyof typeof variables

export type ConfigResult = { ok: true; config: Config } | { ok: false; problems: string[] }

/** Key of names in a local run: its conversations are nobody's. */
const localPepper = 'only-for-a-local-run'

/** Parses variables and secrets. With `LOCAL_RUN=1` the outside may be this machine, without it never. */
export function readConfig(environment: Record<string, unknown>): ConfigResult {
  const { values, problems } = readValues(environment)
  if (problems.length === 0) problems.push(...misplaced(values), ...missing(values))
  return problems.length > 0 ? { ok: false, problems } : { ok: true, config: configOf(values) }
}

/** What is set, by its name; what is empty counts as missing. */
function readValues({ LOCAL_RUN, ...environment }: Record<string, unknown>): { values: Values; problems: string[] } {
  const values: Record<string, unknown> = {}
  const problems: string[] = []
  for (const [name, { schema }] of Object.entries<Variable>(variables)) {
    if (!environment[name]) continue
    const { data, error } = schema().safeParse(environment[name])
    for (const { message } of error?.issues ?? []) problems.push(explain(name, message))
    values[name] = data
  }
  if (LOCAL_RUN === '1') values.LOCAL_RUN = '1'
  else if (LOCAL_RUN) problems.push('LOCAL_RUN: it is "1" or not set')
  return { values, problems }
}

function configOf(values: Values): Config {
  return {
    publicUrl: values.PUBLIC_URL ?? null,
    widgetOrigins: values.WIDGET_ORIGINS ?? [],
    local: values.LOCAL_RUN === '1',
    retentionDays: values.RETENTION_DAYS ?? 30,
    pepper: values.CONVERSATION_PEPPER ?? localPepper,
    whatsapp: whatsappConfig(values),
    teams: teamsConfig(values),
    desk: deskConfig(values),
  }
}

const addresses = [
  'PUBLIC_URL',
  'WIDGET_ORIGINS',
  'WHATSAPP_GRAPH_URL',
  'TEAMS_OPENID_URL',
  'TEAMS_TOKEN_URL',
  'TEAMS_SERVICE_HOSTS',
  'DESK_ISSUER',
  'DESK_JWKS_URL',
] as const

/** Loopback belongs in a local run, and there `PUBLIC_URL` may be nothing else; a host with a port belongs there too. */
function misplaced(values: Values): string[] {
  if (values.LOCAL_RUN === '1') {
    const strays = values.PUBLIC_URL && !isLoopback(values.PUBLIC_URL)
    return strays ? [explain('PUBLIC_URL', 'it must be a loopback address in a local run')] : []
  }
  const onLoopback = addresses.filter((name) => [values[name] ?? []].flat().some(isLoopback))
  const withPort = (values.TEAMS_SERVICE_HOSTS ?? []).some((host) => host.includes(':'))
  return [
    ...onLoopback.map((name) => explain(name, 'a loopback address is not for deployment')),
    ...(withPort ? [explain('TEAMS_SERVICE_HOSTS', 'a port is only for a local run')] : []),
  ]
}

function missing(values: Values): string[] {
  const needed = values.LOCAL_RUN !== '1' && values.CONVERSATION_PEPPER === undefined
  return needed ? [explain('CONVERSATION_PEPPER', 'it is needed outside a local run')] : []
}

function explain(name: string, message: string): string {
  const known: Variable | undefined = Object.hasOwn(variables, name)
    ? variables[name as keyof typeof variables]
    : undefined
  return known ? `${name}: ${message}. It is ${known.use}, for example ${known.example}` : `${name}: ${message}`
}
