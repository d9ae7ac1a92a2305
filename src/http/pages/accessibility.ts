import type { Hono } from 'hono'
import type { AppParts } from '../app.ts'
import { voiceOf } from './parts/languages.ts'
import { statement } from './parts/statement.ts'
import { inCity, keep, notAllowed } from './route.ts'

/** `/{city}/toegankelijkheid`: "not assessed" until a person has tested the pages by hand and dated the record. */
export function accessibilityPage(app: Hono, { catalogue }: AppParts): void {
  const path = '/:city/toegankelijkheid'
  app.get(
    path,
    inCity(catalogue, (context, city) => {
      const voice = voiceOf(catalogue, city, context.req.query('lang'))
      return context.html(
        statement(voice, `/${city.id}/toegankelijkheid`, 'page.accessibility', ['status', 'aim', 'report']),
        200,
        keep,
      )
    }),
  )
  app.all(path, inCity(catalogue, notAllowed(catalogue, 'GET, HEAD')))
}
