import type { Hono } from 'hono'
import { askInput } from '../core/ask.ts'
import type { AppParts } from './app.ts'
import { problem } from './problem.ts'
import { readBody } from './read-body.ts'

/** `POST /api/v1/ask`: one question in, one answer out; the contract of `npm run ask`. */
export function askRoute(app: Hono, { assistant, catalogue }: AppParts): void {
  app.post('/api/v1/ask', async (context) => {
    const body = await readBody(context.req.raw)
    if (!body.ok) return body.problem
    const parsed = askInput().safeParse(body.value)
    if (!parsed.success) return problem(422, 'invalid', 'The question is not right', describe(parsed.error.issues))
    const { city } = parsed.data
    if (city && !Object.hasOwn(catalogue.cities, city)) {
      return problem(
        422,
        'invalid',
        'The question is not right',
        `city: known are ${Object.keys(catalogue.cities).join(', ')}`,
      )
    }
    return context.json(assistant.ask(parsed.data), 200, {
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
  })
}

/** Fields and what is wrong with them, without the values. */
export const describe = (issues: { path: PropertyKey[]; message: string }[]): string =>
  issues
    .map(({ path, message }) =>
      message.startsWith(`${String(path[0])}:`) ? message : `${path.join('.') || 'body'}: ${message}`,
    )
    .join('; ')
