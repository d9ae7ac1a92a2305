import type { Hono } from 'hono'
import { maskPersonalData } from '../../core/personal-data.ts'
import { patchOf } from '../missed/patch.ts'
import { bodies, read } from './body.ts'
import { answer, at, type Inside, refuse } from './door.ts'
import type { DeskParts } from './parts.ts'

/** Longest list that is given. */
const most = 1000

/** What had no good answer: the list, how far each is, and the proposals for editors. */
export function missedRoutes(app: Hono<Inside>, parts: DeskParts): void {
  app.get('/api/desk/v1/unanswered', async (context) => {
    const here = at(context, parts)
    return here instanceof Response ? here : answer(await here.office.unanswered(here.actor, most))
  })

  app.post('/api/desk/v1/unanswered', async (context) => {
    const here = at(context, parts)
    if (here instanceof Response) return here
    const body = await read(context, bodies.mark)
    if (body instanceof Response) return body
    const { proposal, ...mark } = body.value
    const phrasing = proposal && maskPersonalData(proposal.phrasing, parts.publicNumbers).text
    const masked = proposal && phrasing ? { ...proposal, phrasing } : null
    return answer(await here.office.mark(here.actor, { ...mark, proposal: masked }))
  })

  app.get('/api/desk/v1/proposals', async (context) => {
    const here = at(context, parts)
    if (here instanceof Response) return here
    const act = await here.office.proposals(here.actor)
    if ('refused' in act) return refuse(act.refused)
    const headers = {
      'content-type': 'application/yaml; charset=utf-8',
      'content-disposition': `attachment; filename="voorstellen-${here.city}.yaml"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    }
    return new Response(patchOf(act.done, here.city), { headers })
  })
}
