import type { Hono } from 'hono'
import * as z from 'zod'
import { askInput, askOutput } from '../core/ask.ts'
import type { AppParts } from './app.ts'

type Operation = Readonly<Record<string, unknown>>

const json = (schema: z.core.$ZodType, io: 'input' | 'output') => ({
  'application/json': { schema: z.toJSONSchema(schema, { io, unrepresentable: 'any' }) },
})

const problems = { default: { $ref: '#/components/responses/Problem' } }

const ask = (): Operation => ({
  summary: 'One question in, one answer out',
  tags: ['ask'],
  requestBody: { required: true, content: json(askInput(), 'input') },
  responses: { 200: { description: 'The answer', content: json(askOutput(), 'output') }, ...problems },
})

const catalogue: Operation = {
  summary: 'All services of a city as CPSV-AP linked data',
  tags: ['catalogue'],
  parameters: [{ name: 'city', in: 'path', required: true, schema: { type: 'string' } }],
  responses: { 200: { description: 'The services', content: { 'application/ld+json': {} } }, ...problems },
}

const components = {
  securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
  responses: {
    Problem: {
      description: 'What is wrong, with a stable `code`',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  },
  schemas: {
    Problem: {
      type: 'object',
      required: ['type', 'title', 'status', 'code'],
      properties: {
        type: { type: 'string' },
        title: { type: 'string' },
        status: { type: 'integer' },
        code: { type: 'string' },
        detail: { type: 'string' },
        retryAfter: { type: 'integer' },
      },
    },
  },
}

/** `GET /api/v1/openapi.json`: every interface for programs, out of the schemas that requests are checked with. */
export function openapiRoute(app: Hono, { adapters }: AppParts): void {
  app.get('/api/v1/openapi.json', (context) =>
    context.json(
      {
        openapi: '3.1.0',
        info: { title: 'Loketwijzer', version: '1' },
        paths: {
          '/api/v1/ask': { post: ask() },
          '/api/v1/catalogue/{city}.jsonld': { get: catalogue },
          ...pathsOf(adapters),
        },
        components,
      },
      200,
      { 'cache-control': 'public, max-age=300', 'access-control-allow-origin': '*' },
    ),
  )
}

function pathsOf(adapters: AppParts['adapters']): Record<string, Record<string, Operation>> {
  const paths: Record<string, Record<string, Operation>> = {}
  for (const { method, path, operation } of adapters.flatMap(({ endpoints }) => endpoints ?? [])) {
    if (operation) paths[path] = { ...paths[path], [method.toLowerCase()]: operation() }
  }
  return paths
}
