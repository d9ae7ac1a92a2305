import type { Hono } from 'hono'
import type { AppParts } from '../app.ts'
import { figuresSheet } from './parts/figures.ts'
import { voiceOf } from './parts/languages.ts'
import { inCity, keep, notAllowed } from './route.ts'

/** `/{city}/cijfers`: how often the answer was right when it was last measured, beside plain site search. */
export function figuresPage(app: Hono, { catalogue, figures }: AppParts): void {
  const path = '/:city/cijfers'
  app.get(
    path,
    inCity(catalogue, (context, city) => {
      const voice = voiceOf(catalogue, city, context.req.query('lang'))
      return context.html(figuresSheet(voice, `/${city.id}/cijfers`, figures ?? null), 200, keep)
    }),
  )
  app.all(path, inCity(catalogue, notAllowed(catalogue, 'GET, HEAD')))
}
