import * as z from 'zod'
import type { TeamsConfig } from '../core/config.ts'
import { address, list, secret, type Variable } from './variable.ts'

const exactHost = /^[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?$/

const hosts = () =>
  list().transform((found, context) => {
    for (const host of found) if (!exactHost.test(host)) context.addIssue(`"${host}" is not an exact host`)
    return found
  })

export const teams = {
  TEAMS_APP_ID: { use: 'the id of the bot', example: 'c0ffee00-0000-4000-8000-000000000000', schema: () => z.guid() },
  TEAMS_APP_PASSWORD: { use: 'the secret of the bot', example: 'a secret of Entra', schema: secret },
  TEAMS_TENANT_ID: {
    use: 'the tenant of the bot, a single one',
    example: '5f0c0000-0000-4000-8000-00000000beef',
    schema: () => z.guid(),
  },
  TEAMS_CITY: { use: 'the city that this bot speaks for', example: 'gemeente', schema: secret },
  TEAMS_OPENID_URL: {
    use: 'the identity endpoint that signs what Teams sends',
    example: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
    schema: address,
  },
  TEAMS_TOKEN_URL: {
    use: 'where we get the token to send with',
    example: 'https://login.microsoftonline.com/<tenant>/oauth2/v2.0/token',
    schema: address,
  },
  TEAMS_SERVICE_HOSTS: {
    use: 'exact hosts that may receive our token, comma-separated',
    example: 'smba.trafficmanager.net',
    schema: hosts,
  },
} as const satisfies Record<string, Variable>

const openId = 'https://login.botframework.com/v1/.well-known/openidconfiguration'

type Values = {
  TEAMS_APP_ID?: string | undefined
  TEAMS_APP_PASSWORD?: string | undefined
  TEAMS_TENANT_ID?: string | undefined
  TEAMS_CITY?: string | undefined
  TEAMS_OPENID_URL?: string | undefined
  TEAMS_TOKEN_URL?: string | undefined
  TEAMS_SERVICE_HOSTS?: string[] | undefined
}

/** All three of id, secret and tenant make a registration; two of them let nobody in. */
export function teamsConfig(values: Values): TeamsConfig {
  const { TEAMS_APP_ID: appId, TEAMS_APP_PASSWORD: appPassword, TEAMS_TENANT_ID: tenantId } = values
  return {
    registration: appId && appPassword && tenantId ? { appId, appPassword, tenantId } : null,
    city: values.TEAMS_CITY ?? null,
    openIdUrl: values.TEAMS_OPENID_URL ?? openId,
    tokenUrl:
      values.TEAMS_TOKEN_URL ?? `https://login.microsoftonline.com/${tenantId ?? 'organizations'}/oauth2/v2.0/token`,
    serviceHosts: values.TEAMS_SERVICE_HOSTS ?? ['smba.trafficmanager.net'],
  }
}
