import { teamsAdapter } from '../../../adapters/teams/index.ts'
import { readDeskContent } from '../../../src/cli/desk/content.ts'
import type { TeamsConfig } from '../../../src/core/config.ts'
import type { DeskNotes } from '../../../src/core/desk-notes.ts'
import { linkHosts } from '../../../src/core/link-hosts.ts'
import type { Adapter, Received } from '../../../src/core/ports.ts'
import { forColleagues } from '../../../src/desk/content/for-colleagues.ts'
import { assistantWith } from '../../../src/dialogue/assistant.ts'
import { worldFixture } from '../../fixtures/world.ts'
import type { Json } from './activities.ts'
import { openIdUrl, tokenUrl } from './far-side.ts'
import { appId, moment, type Pair, tenantId, token } from './signer.ts'

export const registration = { appId, appPassword: 'a-secret-of-the-tests', tenantId }

export const config: TeamsConfig = {
  registration,
  city: 'gent',
  openIdUrl,
  tokenUrl,
  serviceHosts: ['smba.trafficmanager.net'],
}

type Options = { fetch: typeof fetch; config?: Partial<TeamsConfig>; clock?: () => string }

/** The adapter over the compiled content, at the moment of the tests. */
export function make({ fetch, config: given, clock = () => moment }: Options): Adapter {
  const assistant = assistantWith(worldFixture(), clock)
  return teamsAdapter({
    config: { ...config, ...given },
    assistant,
    forColleagues: forColleagues(worldFixture().catalogue, deskNotes),
    linkHosts: contentHosts,
    fetch,
    clock,
  })
}

/** What only the desk reads, of the compiled content. */
export const deskNotes = (): DeskNotes => JSON.parse(readDeskContent().notes)

let hosts: ReadonlySet<string> | undefined

/** Hosts that the compiled content links to. */
export function contentHosts(): ReadonlySet<string> {
  hosts ??= linkHosts(JSON.stringify(worldFixture().catalogue))
  return hosts
}

export const url = 'https://wijzer.test/api/messages'

/** A request as the service of Teams sends it. */
export async function post(activity: Json, by: Pair, bearer?: string): Promise<Request> {
  return request(JSON.stringify(activity), { authorization: `Bearer ${bearer ?? (await token(by))}` })
}

export const request = (body: BodyInit, headers: Record<string, string> = {}): Request =>
  new Request(url, { method: 'POST', body, headers: { 'content-type': 'application/json; charset=utf-8', ...headers } })

export const received = async (one: Request): Promise<Received> => ({
  request: one,
  bytes: new Uint8Array(await one.clone().arrayBuffer()),
})

/** The status of a refusal, or 'let in'. */
export async function verdict(adapter: Adapter, one: Request): Promise<number | 'let in'> {
  return (await adapter.verify(await received(one)))?.status ?? 'let in'
}
