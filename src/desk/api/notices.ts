import type { Hono } from 'hono'
import { problem } from '../../core/problem.ts'
import { faultsIn } from '../notices/scope.ts'
import { noticeBody } from '../office/notice.ts'
import { read } from './body.ts'
import { answer, at, type Inside } from './door.ts'
import type { DeskParts } from './parts.ts'

const path = '/api/desk/v1/notices'

/** Notices at run time: what holds or will, a new one, and the end of one before its time. */
export function noticeRoutes(app: Hono<Inside>, parts: DeskParts): void {
  app.get(path, async (context) => {
    const here = at(context, parts)
    return here instanceof Response ? here : answer(await here.office.noticesFor(here.actor))
  })

  app.post(path, async (context) => {
    const here = at(context, parts)
    if (here instanceof Response) return here
    const body = await read(context, noticeBody)
    if (body instanceof Response) return body
    const faults = faultsIn(body.value, here.city, parts.catalogue)
    if (faults.length > 0) return problem(422, 'invalid', 'The notice does not fit this city', faults.join(', '))
    return answer(await here.office.publish(here.actor, body.value))
  })

  app.post(`${path}/:id/end`, async (context) => {
    const here = at(context, parts)
    return here instanceof Response ? here : answer(await here.office.endNotice(here.actor, context.req.param('id')))
  })
}
