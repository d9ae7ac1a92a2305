import { join } from 'node:path'
import { configNames } from '../../env.ts'
import { readVariables } from '../start/variables.ts'
import { readWrangler } from '../start/wrangler-toml.ts'

/** The variables that say what our bot is, from the same places as `npm start` reads them. */
export type TeamsSettings = {
  appId: string | undefined
  appPassword: string | undefined
  tenantId: string | undefined
  city: string | undefined
  publicUrl: string | undefined
  tokenUrl: string | undefined
  serviceHosts: string | undefined
  /** A run against services on this machine: only tests and developers set it. */
  local: boolean
}

export function teamsSettings(root: string, environment: NodeJS.ProcessEnv): TeamsSettings {
  const { values } = readVariables(root, readWrangler(root).vars, environment, configNames)
  const of = (name: string): string | undefined => values[name]?.trim() || undefined
  return {
    appId: of('TEAMS_APP_ID'),
    appPassword: of('TEAMS_APP_PASSWORD'),
    tenantId: of('TEAMS_TENANT_ID'),
    city: of('TEAMS_CITY'),
    publicUrl: of('PUBLIC_URL'),
    tokenUrl: of('TEAMS_TOKEN_URL'),
    serviceHosts: of('TEAMS_SERVICE_HOSTS'),
    local: environment.LOCAL_RUN === '1',
  }
}

/** Where the package is made, and looked for. */
export const packagePath = (root: string): string => join(root, '.generated', 'loketwijzer-teams.zip')
