import type { TeamsSettings } from './settings.ts'

/** What is wrong with the variables, a sentence each that says what to do. */

const guid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i
const serviceHost = 'smba.trafficmanager.net'

type Check = (settings: TeamsSettings) => string | null

const appId: Check = ({ appId, tenantId }) => {
  if (!appId) return 'it is not set; it is the "Microsoft App ID" under Configuration of the Azure Bot'
  if (!guid.test(appId)) return 'it is no GUID; copy the "Microsoft App ID" of the Azure Bot, not its name'
  return appId === tenantId ? 'it is the same as TEAMS_TENANT_ID; one of the two was copied into the wrong place' : null
}

const appPassword: Check = ({ appPassword }) => {
  if (!appPassword) return 'it is not set; make a client secret for the app registration in Entra'
  return guid.test(appPassword)
    ? 'it is the id of a secret; copy the column "Value", which Entra shows only once'
    : null
}

const tenantId: Check = ({ tenantId }) => {
  if (!tenantId) return 'it is not set; it is the "App Tenant ID" under Configuration of the Azure Bot'
  return guid.test(tenantId) ? null : 'it is no GUID; copy the "Directory (tenant) ID", not the domain'
}

const publicUrl: Check = ({ publicUrl, local }) => {
  if (!publicUrl) return 'it is not set; Teams must know where we are'
  if (!URL.canParse(publicUrl)) return 'it is no address; write it whole, as in https://wijzer.stad.example'
  const { protocol, hostname, port } = new URL(publicUrl)
  if (local) return null
  if (protocol !== 'https:') return 'it is not https; Teams calls nothing else'
  if (/^(localhost|127\.|\[::1\])/.test(hostname)) return 'it is an address of this machine; Teams cannot reach it'
  return port ? 'it has a port; Teams calls the usual one of https only' : null
}

const serviceHosts: Check = ({ serviceHosts, local }) => {
  const others = (serviceHosts?.split(',') ?? [])
    .map((host) => host.trim())
    .filter((host) => host && host !== serviceHost)
  if (others.length === 0 || local) return null
  return `it lets our token go to ${others.join(', ')}; leave it empty, unless Microsoft told you to name another host`
}

const checks = {
  TEAMS_APP_ID: appId,
  TEAMS_APP_PASSWORD: appPassword,
  TEAMS_TENANT_ID: tenantId,
  PUBLIC_URL: publicUrl,
  TEAMS_SERVICE_HOSTS: serviceHosts,
}
export type CheckedName = keyof typeof checks

export function settingFaults(
  settings: TeamsSettings,
  names: readonly CheckedName[] = Object.keys(checks) as CheckedName[],
): string[] {
  return names.flatMap((name) => {
    const fault = checks[name](settings)
    return fault ? [`${name}: ${fault}.`] : []
  })
}

/** The city must be a folder of content. */
export const cityFault = ({ city }: TeamsSettings, cities: readonly string[]): string[] =>
  city && !cities.includes(city)
    ? [
        `TEAMS_CITY: there is no city "${city}"; choose one of ${cities.join(', ')}, or leave it empty to let the bot ask.`,
      ]
    : []
