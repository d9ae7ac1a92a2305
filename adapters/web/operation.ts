import * as z from 'zod'
import type { Call } from './call.ts'

const json = (schema: z.ZodType, io: 'input' | 'output') => ({
  'application/json': { schema: z.toJSONSchema(schema, { io, unrepresentable: 'any' }) },
})

const problems = { default: { $ref: '#/components/responses/Problem' } }

/** A call as an OpenAPI operation, from the schemas that it is checked with. */
export function operationOf({ summary, body, answer, open }: Call<unknown>): Readonly<Record<string, unknown>> {
  const { status, schema, type } = answer
  const content = schema ? json(schema(), 'output') : type ? { [type]: {} } : undefined
  return {
    summary,
    tags: ['web'],
    ...(open ? {} : { security: [{ token: [] }] }),
    ...(body ? { requestBody: { required: true, content: json(body(), 'input') } } : {}),
    responses: { [status]: { description: 'All is well', ...(content ? { content } : {}) }, ...problems },
  }
}
