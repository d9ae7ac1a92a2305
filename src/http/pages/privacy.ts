import type { Hono } from 'hono'
import type { Catalogue } from '../../core/catalogue.ts'
import type { Texts } from '../../core/language.ts'
import { say } from '../../dialogue/say.ts'
import type { AppParts } from '../app.ts'
import { voiceOf } from './parts/languages.ts'
import { statement } from './parts/statement.ts'
import { inCity, keep, notAllowed } from './route.ts'

const sections = ['stored', 'why', 'readers', 'own', 'rights', 'hidden', 'device', 'others', 'who']

/** The words of a command, in each language. */
const wordsFor = (catalogue: Catalogue, command: string): Texts => ({
  nl: say({ catalogue }, { lang: 'nl', city: null }, command),
  fr: say({ catalogue }, { lang: 'fr', city: null }, command),
  en: say({ catalogue }, { lang: 'en', city: null }, command),
})

/** `/{city}/privacy`: what happens to a question, and who answers for it. */
export function privacyPage(app: Hono, { catalogue, retentionDays = 30 }: AppParts): void {
  app.get(
    '/:city/privacy',
    inCity(catalogue, (context, city) => {
      const voice = voiceOf(catalogue, city, context.req.query('lang'))
      const values = {
        days: String(retentionDays),
        export: wordsFor(catalogue, 'conversation.export.command'),
        erase: wordsFor(catalogue, 'conversation.erase.command'),
      }
      return context.html(statement(voice, `/${city.id}/privacy`, 'page.privacy', sections, values), 200, keep)
    }),
  )
  app.all('/:city/privacy', inCity(catalogue, notAllowed(catalogue, 'GET, HEAD')))
}
