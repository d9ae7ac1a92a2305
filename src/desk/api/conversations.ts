import type { Hono } from 'hono'
import { problem } from '../../core/problem.ts'
import { bodies, read } from './body.ts'
import { type At, answer, at, type Inside, refuse } from './door.ts'
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
    return takeOver(here, id, version, parts)
  })

  app.post(`${base}/messages`, async (context) => {
    const here = at(context, parts)
    if (here instanceof Response) return here
    const body = await read(context, bodies.say)
    if (body instanceof Response) return body
    const act = await here.office.reply(here.actor, context.req.param('id'))
    if ('refused' in act) return refuse(act.refused)
    const { clientMsgId, text } = body.value
    const told = await conversations.tell(context.req.param('id'), { id: clientMsgId, kind: 'said', text })
    return told ? new Response(null, { status: 204 }) : refuse('missing')
  })

  app.post(`${base}/typing`, async (context) => {
    const here = at(context, parts)
    if (here instanceof Response) return here
    const id = context.req.param('id')
    const act = await here.office.mine(here.actor, id)
    if (act) await conversations.tell(id, { id: '', kind: 'typing', on: true })
    return new Response(null, { status: act ? 204 : 403 })
  })

  for (const [verb, kind] of [
    ['release', 'left'],
    ['close', 'closed'],
  ] as const) {
    app.post(`${base}/${verb}`, async (context) => {
      const here = at(context, parts)
      if (here instanceof Response) return here
      const id = context.req.param('id')
      const act = await here.office[verb](here.actor, id)
      if ('done' in act) await conversations.tell(id, { id: `${verb}-${act.done.version}`, kind })
      return answer(act)
    })
  }

  app.post(`${base}/transfer`, async (context) => {
    const here = at(context, parts)
    if (here instanceof Response) return here
    const body = await read(context, bodies.transfer)
    if (body instanceof Response) return body
    const id = context.req.param('id')
    const act = await here.office.transfer(here.actor, id, body.value)
    if ('done' in act) {
      await conversations.tell(id, { id: `transfer-${act.done.version}`, kind: 'joined', name: body.value.name })
    }
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

/** Takes a conversation out of the queue and joins it. One that is gone leaves the queue too: nobody keeps waiting for it. */
export async function takeOver({ office, actor }: At, id: string, version: number, { conversations }: DeskParts) {
  const act = await office.claim(actor, id, version)
  if ('refused' in act) return refuse(act.refused)
  const event = { id: `claim-${act.done.version}`, kind: 'joined' as const, name: actor.name }
  if (await conversations.tell(id, event)) return answer(act)
  await office.close(actor, id)
  return refuse('missing')
}
