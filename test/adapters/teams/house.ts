import type { Hono } from 'hono'
import { conversationsOver } from '../../../src/conversation/client.ts'
import type { TeamsConfig } from '../../../src/core/config.ts'
import type { Message } from '../../../src/core/message.ts'
import type { Adapter } from '../../../src/core/ports.ts'
import { assistantWith } from '../../../src/dialogue/assistant.ts'
import { createApp } from '../../../src/http/app.ts'
import { type LocalObjects, localObjects, pepper } from '../../fixtures/objects.ts'
import { worldFixture } from '../../fixtures/world.ts'
import type { Json } from './activities.ts'
import { type Behaviour, type FarSide, farSide } from './far-side.ts'
import { make, post, url } from './make.ts'
import { moment, type Pair, pair } from './signer.ts'

/** The whole house with Teams as its only way in: real routes, real conversations, and a far side that is watched. */
export type House = {
  app: Hono
  far: FarSide
  objects: LocalObjects
  /** Sends an activity with a genuine token. */
  tell(activity: Json): Promise<Response>
  /** Lets what is to be sent go out, and gives back what has reached the connector since the last time. */
  outgoing(): Promise<Json[]>
  /** All that is kept, in the order of the conversations. */
  messages(): Promise<Message[]>
  /** Lets time pass. */
  wait(ms: number): void
}

let ours: Promise<Pair> | undefined

export async function openHouse(more: Partial<Behaviour> = {}, config: Partial<TeamsConfig> = {}): Promise<House> {
  ours ??= pair('ours')
  const key = await ours
  let now = Date.parse(moment)
  let seen = 0
  const clock = (): string => new Date(now).toISOString()
  const far = farSide({ pairs: [key], ...more })
  const { catalogue } = worldFixture()
  const assistant = assistantWith(worldFixture(), clock)
  const adapters: Adapter[] = [make({ fetch: far.fetch, clock, config })]
  const objects = localObjects({ adapters, assistant, desk: null, clock, retentionDays: 30 })
  const conversations = conversationsOver({ namespace: objects, pepper, publicNumbers: catalogue.publicNumbers })
  const app = createApp({ assistant, catalogue, conversations, adapters, problems: [], widgetOrigins: [], clock })
  return {
    app,
    far,
    objects,
    tell: async (activity) => app.request(url, await asInit(await post(activity, key))),
    async outgoing() {
      await objects.ring(now)
      const fresh = far.sent.slice(seen)
      seen = far.sent.length
      return fresh.map(({ body }) => body as Json)
    },
    async messages() {
      const all = await Promise.all(
        [...objects.storages.keys()].map((name) => objects.getByName(name).history({ after: -1, limit: 100 })),
      )
      return all.flat()
    },
    wait: (ms) => {
      now += ms
    },
  }
}

const asInit = async (request: Request): Promise<RequestInit> => ({
  method: request.method,
  headers: Object.fromEntries(request.headers),
  body: await request.text(),
})
