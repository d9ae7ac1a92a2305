import * as z from 'zod'
import { searchCommand } from '../../../adapters/teams/names.ts'
import { colorSize, outlineSize } from './icons.ts'
import { faultsOfManifest } from './manifest.ts'
import type { Package } from './package.ts'
import { isTransparent, sizeOfPng } from './png.ts'
import type { TeamsSettings } from './settings.ts'

/** What is wrong with the app package, a sentence each. */

const bot = z.object({ botId: z.string(), commands: z.array(z.object({ id: z.string() })).default([]) })
const relevant = z.object({
  bots: z.array(bot).default([]),
  composeExtensions: z.array(bot).default([]),
  validDomains: z.array(z.string()).default([]),
  permissions: z.array(z.string()).default([]),
})
type Relevant = z.infer<typeof relevant>

const again = 'make it again with npm run teams:package'

export function packageFaults(found: Package | null, settings: TeamsSettings): string[] {
  if (!found) return [`The package is no zip file; ${again}.`]
  const read = relevant.safeParse(found.manifest)
  if (!read.success) return [`manifest.json is missing from the package or is no JSON; ${again}.`]
  return [
    ...faultsOfManifest(found.manifest).map((fault) => `manifest.json breaks Microsoft's schema: ${fault}; ${again}.`),
    ...botFaults(read.data, settings),
    ...domainFaults(read.data, settings),
    ...(read.data.permissions.length > 0
      ? [`manifest.json asks for permissions (${read.data.permissions.join(', ')}); the bot needs none, so ${again}.`]
      : []),
    ...iconFaults('color', found.color, colorSize),
    ...iconFaults('outline', found.outline, outlineSize),
    ...(found.outline && isTransparent(found.outline) === false
      ? ['outline.png has no transparent ground; Teams wants white lines on nothing.']
      : []),
  ]
}

function botFaults({ bots, composeExtensions }: Relevant, { appId }: TeamsSettings): string[] {
  if (bots.length === 0) return [`manifest.json holds no bot; ${again}.`]
  const others = [...bots, ...composeExtensions].filter(({ botId }) => botId !== appId)
  const searches = composeExtensions.some(({ commands }) => commands.some(({ id }) => id === searchCommand))
  return [
    ...(others.length > 0 ? [`manifest.json names another bot than TEAMS_APP_ID; ${again}, and upload it anew.`] : []),
    ...(searches ? [] : [`manifest.json lacks the search command "${searchCommand}"; ${again}.`]),
  ]
}

function domainFaults({ validDomains }: Relevant, { publicUrl }: TeamsSettings): string[] {
  const host = publicUrl && URL.canParse(publicUrl) ? new URL(publicUrl).host : null
  const loose = validDomains.filter((domain) => domain.includes('*'))
  return [
    ...(host && !validDomains.includes(host)
      ? [`validDomains in manifest.json lacks ${host}, the host of PUBLIC_URL; ${again}.`]
      : []),
    ...(loose.length > 0
      ? [`validDomains in manifest.json holds a pattern (${loose.join(', ')}); name whole hosts.`]
      : []),
  ]
}

function iconFaults(name: string, bytes: Uint8Array | null, wanted: number): string[] {
  const size = bytes ? sizeOfPng(bytes) : null
  if (!size) return [`${name}.png is missing from the package or is no PNG; ${again}.`]
  if (size.width === wanted && size.height === wanted) return []
  return [`${name}.png measures ${size.width} by ${size.height} pixels; Teams wants ${wanted} by ${wanted}.`]
}
