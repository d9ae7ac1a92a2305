import type { Hono } from 'hono'
import { maskPersonalData } from '../../core/personal-data.ts'
import { problem } from '../../core/problem.ts'
import type { DeskEntry } from '../office/entry.ts'
import { rolesFor } from '../sign-in/identity.ts'
import { bodies, read } from './body.ts'
import { takeOver } from './conversations.ts'
import { answer, at, cityOf, type Inside, refuse } from './door.ts'
import type { DeskParts } from './parts.ts'

/** How long a stream lives before its page has to show its sign-in again. */
const streamMs = 5 * 60_000

/** What colleagues write down and look back at, who they are, and the stream of what changes. */
export function recordRoutes(app: Hono<Inside>, parts: DeskParts): void {
  const { catalogue, conversations, publicNumbers, clock } = parts

  app.get('/api/desk/v1/me', (context) => {
    const identity = context.get('identity')
    const cities = Object.entries(catalogue.cities).map(([city, { name }]) => ({
      city,
      title: name,
      roles: rolesFor(identity, city),
    }))
    const { subject, name, expires } = identity
    return context.json({ subject, name, expires, cities: cities.filter(({ roles }) => roles.length > 0) })
  })

  app.post('/api/desk/v1/log', async (context) => {
    const here = at(context, parts)
    if (here instanceof Response) return here
    const body = await read(context, bodies.log)
    if (body instanceof Response) return body
    const entries = body.value.entries.map((entry) => masked(entry, publicNumbers))
    return answer(await here.office.log(here.actor, entries))
  })

  app.post('/api/desk/v1/carry-on/redeem', async (context) => {
    const here = at(context, parts)
    if (here instanceof Response) return here
    const body = await read(context, bodies.redeem)
    if (body instanceof Response) return body
    const act = await here.office.redeem(here.actor, body.value.code)
    if ('refused' in act) return refuse(act.refused)
    const found = await conversations.read(act.done)
    if (!found) return refuse('missing')
    const { adapter, lang } = found
    const notice = { kind: 'requested' as const, conversation: act.done, city: here.city, adapter, lang, at: clock() }
    await here.office.notify({ ...notice, id: `carry-on-${crypto.randomUUID()}` })
    const queue = await here.office.queue(here.actor)
    const version =
      'done' in queue ? queue.done.find(({ conversation }) => conversation === act.done)?.version : undefined
    return version ? takeOver(here, act.done, version, parts) : refuse('missing')
  })

  app.get('/api/desk/v1/audit', async (context) => {
    const here = at(context, parts)
    if (here instanceof Response) return here
    const after = Number(context.req.query('after') ?? 0)
    return answer(await here.office.trail(here.actor, Number.isInteger(after) ? after : 0, 1000))
  })

  app.get('/api/desk/v1/audit/verify', async (context) => {
    const here = at(context, parts)
    return here instanceof Response ? here : answer(await here.office.verify(here.actor))
  })

  app.get('/api/desk/v1/events', (context) => {
    const city = cityOf(context, parts)
    if (!city) return problem(403, 'forbidden_origin', 'Not for you', 'city: name one in which you have a role')
    if (context.req.header('upgrade') !== 'websocket')
      return problem(400, 'bad_request', 'A WebSocket is needed', 'upgrade: websocket')
    const { subject, expires } = context.get('identity')
    const until = Math.min(expires * 1000, Date.parse(clock()) + streamMs)
    const headers = { upgrade: 'websocket', 'x-watcher': JSON.stringify({ subject, until }) }
    return parts.officeOf(city).fetch(new Request('https://desk/events', { headers }))
  })
}

/** Personal data that slipped into what a colleague wrote is taken out before it is kept. */
function masked(entry: DeskEntry, publicNumbers: readonly string[]): DeskEntry {
  if (entry.kind === 'call') return entry
  const mask = (text: string): string => maskPersonalData(text, publicNumbers).text
  return { ...entry, text: mask(entry.text), note: entry.note && mask(entry.note) }
}
