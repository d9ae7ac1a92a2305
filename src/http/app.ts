import { Hono } from 'hono'
import type { Catalogue } from '../core/catalogue.ts'
import type { Assistant } from '../core/ports.ts'
import { askRoute } from './ask.ts'
import { healthRoute } from './health.ts'
import { problem } from './problem.ts'

export type AppParts = {
  assistant: Assistant
  catalogue: Catalogue
  /** Problems of the configuration: with any, every route but /health answers 503. */
  problems: string[]
  widgetOrigins: string[]
  /** The present moment, ISO with offset. */
  clock: () => string
}

/** The whole HTTP side. Every room of it is one file that adds its own routes. */
export function createApp(parts: AppParts): Hono {
  const app = new Hono()
  app.use(async (context, next) => {
    if (parts.problems.length > 0 && context.req.path !== '/health') {
      return problem(503, 'unavailable', 'Not configured', 'the configuration has errors; /health names them')
    }
    await next()
  })
  healthRoute(app, parts)
  askRoute(app, parts)
  app.notFound(() => problem(404, 'not_found', 'Not found'))
  app.onError(() => problem(500, 'unavailable', 'Something broke on our side'))
  return app
}
