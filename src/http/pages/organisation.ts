import type { Hono } from 'hono'
import type { AppParts } from '../app.ts'
import { voiceOf } from './parts/languages.ts'
import { organisationPath } from './parts/links.ts'
import { sheet } from './parts/sheet.ts'
import { inCity, keepAndAsk, notAllowed } from './route.ts'

/** `/{city}/organisatie/{slug}`: what a body of the city does, and how it is reached. */
export function organisationPage(app: Hono, parts: AppParts): void {
  const { catalogue } = parts
  const path = '/:city/organisatie/:slug'
  app.get(
    path,
    inCity(catalogue, (context, city) => {
      const organisation = city.organisations[`${city.id}/${context.req.param('slug')}`]
      if (!organisation) return context.notFound()
      const voice = voiceOf(catalogue, city, context.req.query('lang'))
      return context.html(
        sheet(`organisation:${organisation.id}`, organisationPath(organisation.id), voice, parts),
        200,
        keepAndAsk,
      )
    }),
  )
  app.all(path, inCity(catalogue, notAllowed(catalogue, 'GET, HEAD')))
}
