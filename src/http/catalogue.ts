import type { Hono } from 'hono'
import type { AppParts } from './app.ts'
import { cityGraph } from './linked-data.ts'
import { problem } from './problem.ts'

/** `GET /api/v1/catalogue/{city}.jsonld`: everything that a city offers, for whoever wants to build on it. */
export function catalogueRoute(app: Hono, { catalogue, publicUrl }: AppParts): void {
  app.get('/api/v1/catalogue/:file{[a-z-]+\\.jsonld}', (context) => {
    const slug = context.req.param('file').replace(/\.jsonld$/, '')
    const city = Object.hasOwn(catalogue.cities, slug) ? catalogue.cities[slug] : undefined
    if (!city)
      return problem(404, 'not_found', 'Not found', `city: known are ${Object.keys(catalogue.cities).join(', ')}`)
    const graph = cityGraph(city, publicUrl ?? new URL(context.req.url).origin)
    const headers = {
      'content-type': 'application/ld+json',
      'cache-control': 'public, max-age=300',
      'access-control-allow-origin': '*',
    }
    return context.body(JSON.stringify(graph), 200, headers)
  })
}
