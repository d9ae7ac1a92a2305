import * as z from 'zod'
import type { TeamsSettings } from './settings.ts'

/** What only the network can tell: whether Entra gives us a token, and whether our own endpoint lets Teams in. */

const timeout = 10_000

/** What Entra says, by its own codes. */
const meanings: Record<string, string> = {
  AADSTS7000215:
    'TEAMS_APP_PASSWORD: Entra says that it is wrong; copy the column "Value" of a secret, or make a new one.',
  AADSTS7000222:
    'TEAMS_APP_PASSWORD: Entra says that it has expired; make a new secret, and put a date in the calendar.',
  AADSTS700016: 'TEAMS_APP_ID: this tenant knows no such app; is the bot registered in another tenant?',
  AADSTS90002: 'TEAMS_TENANT_ID: Entra knows no such tenant.',
  AADSTS900023: 'TEAMS_TENANT_ID: Entra says that it is no tenant.',
}

const failure = z.object({ error_description: z.string() })

export async function tokenFaults(settings: TeamsSettings): Promise<string[]> {
  const { appId = '', appPassword = '', tenantId = '' } = settings
  const url = settings.tokenUrl ?? `https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/token`
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: appId,
    client_secret: appPassword,
    scope: 'https://api.botframework.com/.default',
  })
  const answer = await ask(url, { method: 'POST', body })
  if (!answer)
    return [`TEAMS_TOKEN_URL: ${new URL(url).host} does not answer, so nobody can tell whether the secret is right.`]
  if (answer.status === 200) return []
  const [code = ''] = /AADSTS\d+/.exec(failure.safeParse(answer.body).data?.error_description ?? '') ?? []
  return [meanings[code] ?? `TEAMS_APP_PASSWORD: Entra gives no token (${answer.status}${code ? `, ${code}` : ''}).`]
}

const health = z.object({
  problems: z.array(z.string()).default([]),
  adapters: z.object({ teams: z.object({ receives: z.boolean() }).optional() }).default({}),
})

export async function endpointFaults({ publicUrl = '' }: TeamsSettings): Promise<string[]> {
  const base = publicUrl.replace(/\/$/, '')
  const found = await ask(`${base}/health`)
  const told = health.safeParse(found?.body)
  if (!found || !told.success) return [`PUBLIC_URL: nothing of ours answers at ${base}/health; is it deployed there?`]
  if (told.data.problems.length > 0) return [`The Worker refuses to work: ${told.data.problems.join('; ')}.`]
  if (!told.data.adapters.teams?.receives) {
    return [
      'The Worker has not got the registration; set TEAMS_APP_ID, TEAMS_APP_PASSWORD and TEAMS_TENANT_ID there too.',
    ]
  }
  const refused = await ask(`${base}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"type":"message"}',
  })
  return refused?.status === 401
    ? []
    : [
        `${base}/api/messages answers ${refused?.status ?? 'nothing'} to a message without a token, instead of 401; what stands before it?`,
      ]
}

async function ask(url: string, init: RequestInit = {}): Promise<{ status: number; body: unknown } | null> {
  try {
    const response = await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(timeout) })
    return { status: response.status, body: await response.json().catch(() => null) }
  } catch {
    return null
  }
}
