import type { Hono } from 'hono'
import type { AppParts } from '../app.ts'
import { voiceOf } from './parts/languages.ts'
import { statement } from './parts/statement.ts'
import { inCity, keep, notAllowed } from './route.ts'

const sections = ['stored', 'own', 'hidden', 'device', 'others', 'who']

/** `/{city}/privacy`: what happens to a question, and who answers for it. */
export function privacyPage(app: Hono, { catalogue, retentionDays = 30 }: AppParts): void {
  app.get(
    '/:city/privacy',
    inCity(catalogue, (context, city) => {
      const voice = voiceOf(catalogue, city, context.req.query('lang'))
      return context.html(
        statement(voice, `/${city.id}/privacy`, 'page.privacy', sections, { days: String(retentionDays) }),
        200,
        keep,
      )
    }),
  )
  app.all('/:city/privacy', inCity(catalogue, notAllowed(catalogue, 'GET, HEAD')))
}
