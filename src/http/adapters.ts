import type { Context, Hono } from 'hono'
import type { Envelope } from '../core/activity.ts'
import type { Accepted, Adapter, AdapterRoute, Conversations, Endpoint } from '../core/ports.ts'
import type { AppParts } from './app.ts'
import { problem } from './problem.ts'
import { readBytes } from './read-body.ts'

/** Every way in on its own routes: bytes, then proof that they are genuine, then activities, then the store, then 200. */
export function adapterRoutes(app: Hono, parts: AppParts): void {
  const { adapters } = parts
  for (const adapter of adapters) {
    for (const route of adapter.routes) {
      app.on(route.method, route.path, (context) => receive(context, adapter, route, parts))
    }
    for (const endpoint of adapter.endpoints ?? []) mount(app, endpoint)
  }
}

function mount(app: Hono, { method, path, largestBody, handle }: Endpoint): void {
  app.on(method, path, async (context) => {
    const bytes = await readBytes(context.req.raw, largestBody)
    if (!bytes) return tooLarge(largestBody)
    return handle({ request: context.req.raw, bytes }, context.req.param() as Record<string, string>)
  })
}

const tooLarge = (most: number): Response =>
  problem(413, 'too_large', 'The body is too large', `body: at most ${most} bytes`)

async function receive(
  context: Context,
  adapter: Adapter,
  { largestBody }: AdapterRoute,
  { conversations, makeWay }: Pick<AppParts, 'conversations' | 'makeWay'>,
): Promise<Response> {
  const bytes = await readBytes(context.req.raw, largestBody)
  if (!bytes) return tooLarge(largestBody)
  const received = { request: context.req.raw, bytes }
  const refused = await adapter.verify(received)
  if (refused) return refused
  const envelopes = await adapter.parse(received)
  const accepted = await store(envelopes, conversations).catch(() => undefined)
  // The platform delivers again; what was stored meanwhile is known by its id.
  if (!accepted) return problem(503, 'unavailable', 'Nothing was stored')
  attend(context, adapter, attended(envelopes, accepted), makeWay)
  return adapter.respond ? adapter.respond(received, accepted) : new Response(null, { status: 200 })
}

/** Stores all of it, each conversation at once with its own; what became of each, in the order in which they came. */
async function store(envelopes: Envelope[], conversations: Conversations): Promise<Accepted[]> {
  const byPerson = Map.groupBy(envelopes, ({ reference }) => JSON.stringify([reference.adapter, reference.key]))
  const stored = await Promise.all(
    [...byPerson.values()].map(async (own) => {
      const [{ reference } = { reference: undefined }] = own.slice(-1)
      if (!reference) return []
      const accepted = await conversations.accept(
        reference,
        own.map(({ activity }) => activity),
      )
      return own.map((envelope, at) => ({ envelope, accepted: accepted[at] }))
    }),
  )
  const of = new Map(stored.flat().map(({ envelope, accepted }) => [envelope, accepted]))
  return envelopes.flatMap((envelope) => of.get(envelope) ?? [])
}

type Attended = { envelope: Envelope; answered: boolean }

/** What was taken in for the first time, and whether its answer is on its way. */
const attended = (envelopes: Envelope[], accepted: Accepted[]): Attended[] =>
  envelopes.flatMap((envelope, at) => {
    const { seq = null, duplicate = true, replies = [] } = accepted[at] ?? {}
    return seq === null || duplicate ? [] : [{ envelope, answered: replies.length > 0 }]
  })

/** Marks as read, and shows typing where no answer is on its way yet, without anybody waiting for it. */
function attend(context: Context, { attend }: Adapter, fresh: Attended[], makeWay: AppParts['makeWay']): void {
  if (!attend || fresh.length === 0) return
  const all = async (): Promise<void> => {
    await makeWay?.()
    await Promise.allSettled(
      fresh.map(({ envelope: { reference, activity }, answered }) => attend(reference, activity, answered)),
    )
  }
  context.executionCtx.waitUntil(all())
}
