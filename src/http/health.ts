import type { Hono } from 'hono'
import type { AppParts } from './app.ts'

/** `/health`: whether we run, on which content, which ways in are ready, and which variable is wrong if one is. */
export function healthRoute(app: Hono, { catalogue, problems, adapters }: AppParts): void {
  app.get('/health', (context) =>
    context.json(
      {
        ok: problems.length === 0,
        content: catalogue.hash,
        cities: Object.keys(catalogue.cities),
        adapters: Object.fromEntries(adapters.map(({ name, ready }) => [name, ready])),
        problems,
      },
      problems.length === 0 ? 200 : 503,
      { 'cache-control': 'no-store' },
    ),
  )
}
