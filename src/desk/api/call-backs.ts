import type { Hono } from 'hono'
import { answer, at, type Inside } from './door.ts'
import type { DeskParts } from './parts.ts'

const path = '/api/desk/v1/call-backs'

/** People who want to be called back. A number is shown to who is about to call, and to nobody before. */
export function callBackRoutes(app: Hono<Inside>, parts: DeskParts): void {
  app.get(path, async (context) => {
    const here = at(context, parts)
    return here instanceof Response ? here : answer(await here.office.callBacks(here.actor))
  })

  app.post(`${path}/:id/open`, async (context) => {
    const here = at(context, parts)
    return here instanceof Response ? here : answer(await here.office.openCallBack(here.actor, context.req.param('id')))
  })

  app.post(`${path}/:id/close`, async (context) => {
    const here = at(context, parts)
    return here instanceof Response
      ? here
      : answer(await here.office.closeCallBack(here.actor, context.req.param('id')))
  })
}
