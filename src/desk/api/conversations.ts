import type { Hono } from 'hono'
import { problem } from '../../core/problem.ts'
import { bodies, read } from './body.ts'
import { answer, at, type Inside, refuse } from './door.ts'
import type { DeskParts } from './parts.ts'

const base = '/api/desk/v1/conversations/:id'

/** Conversations in a colleague's hands. The office decides whose they are; the conversation checks it once more. */
export function conversationRoutes(app: Hono<Inside>, parts: DeskParts): void {
  const { conversations } = parts

  app.get('/api/desk/v1/queue', async (context) => {
    const here = at(context, parts)
    return here instanceof Response ? here : answer(await here.office.queue(here.actor))
  })

  app.get(base, async (context) => {
    const here = at(context, parts)
    if (here instanceof Response) return here
    const act = await here.office.open(here.actor, context.req.param('id'))
    if ('refused' in act) return refuse(act.refused)
    const found = await conversations.read(context.req.param('id'))
    return found ? answer({ done: { ...act.done, ...found } }) : refuse('missing')
  })

  app.post(`${base}/claim`, async (context) => {
    const here = at(context, parts)
    if (here instanceof Response) return here
    const id = context.req.param('id')
    const version = Number((context.req.header('if-match') ?? '').replace(/^"(\d+)"$/, '$1') || Number.NaN)
    if (!Number.isInteger(version)) return problem(422, 'invalid', 'Which version', 'if-match: the version you saw')
    const act = await here.office.claim(here.actor, id, version)
    if ('refused' in act) return refuse(act.refused)
    // A conversation that is gone leaves the queue too: nobody keeps waiting for it.
    if (await conversations.take(id, here.actor)) return answer(act)
    await here.office.close(here.actor, id)
    return refuse('missing')
  })

  app.post(`${base}/messages`, async (context) => {
    const here = at(context, parts)
    if (here instanceof Response) return here
    const body = await read(context, bodies.say)
    if (body instanceof Response) return body
    const act = await here.office.reply(here.actor, context.req.param('id'))
    if ('refused' in act) return refuse(act.refused)
    const said = await conversations.say(context.req.param('id'), here.actor.subject, body.value)
    if ('message' in said) return answer({ done: said.message })
    return said.refused === 'closed'
      ? problem(409, 'conflict', 'Too late to write', 'the platform takes nothing more from us now')
      : refuse(said.refused === 'gone' ? 'missing' : 'forbidden')
  })

  app.post(`${base}/typing`, async (context) => {
    const here = at(context, parts)
    if (here instanceof Response) return here
    await conversations.typing(context.req.param('id'), here.actor.subject)
    return new Response(null, { status: 204 })
  })

  for (const [verb, to] of [
    ['release', 'queue'],
    ['close', 'assistant'],
  ] as const) {
    app.post(`${base}/${verb}`, async (context) => {
      const here = at(context, parts)
      if (here instanceof Response) return here
      const act = await here.office[verb](here.actor, context.req.param('id'))
      if ('done' in act) await conversations.leave(context.req.param('id'), to)
      return answer(act)
    })
  }

  app.post(`${base}/transfer`, async (context) => {
    const here = at(context, parts)
    if (here instanceof Response) return here
    const body = await read(context, bodies.transfer)
    if (body instanceof Response) return body
    const act = await here.office.transfer(here.actor, context.req.param('id'), body.value)
    if ('done' in act) await conversations.leave(context.req.param('id'), body.value)
    return answer(act)
  })

  app.post(`${base}/erase`, async (context) => {
    const here = at(context, parts)
    if (here instanceof Response) return here
    const act = await here.office.erase(here.actor, context.req.param('id'))
    if ('done' in act) await conversations.erase(context.req.param('id'))
    return answer(act)
  })
}
