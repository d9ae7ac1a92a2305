import type * as z from 'zod'
import type { Call } from '../call.ts'
import { suggestAnswer, suggestBody } from '../schemas.ts'

/** Questions that begin like what is typed. Never by GET: words do not belong in an address. Nothing of it is kept. */
export const suggest: Call<z.infer<ReturnType<typeof suggestBody>>> = {
  method: 'POST',
  path: '/suggest',
  summary: 'Questions that begin like what is being typed',
  body: suggestBody,
  answer: { status: 200, schema: suggestAnswer },
  async handle({ body, conversation: { visit } }, { assistant }) {
    const suggestions = visit.city ? assistant.suggest(body.text, visit.city, visit.lang ?? 'nl') : []
    return Response.json({ suggestions })
  },
}
