import type { Hono } from 'hono'
import type { AppParts } from '../app.ts'
import { contextOf, serviceNode } from '../linked-data.ts'
import { voiceOf } from './parts/languages.ts'
import { servicePath } from './parts/links.ts'
import { sheet } from './parts/sheet.ts'
import { inCity, keepAndAsk, notAllowed } from './route.ts'

const linkedData = 'application/ld+json'

/** `/{city}/dienst/{slug}`: a service to link to and to print, and the same as linked data. */
export function servicePage(app: Hono, parts: AppParts): void {
  const { catalogue, publicUrl } = parts
  const path = '/:city/dienst/:slug'
  app.get(
    path,
    inCity(catalogue, (context, city) => {
      const service = city.services[`${city.id}/${context.req.param('slug')}`]
      if (!service) return context.notFound()
      const headers = { ...keepAndAsk, vary: 'accept' }
      if (context.req.header('accept')?.includes(linkedData)) {
        const node = serviceNode(service, city, publicUrl ?? new URL(context.req.url).origin)
        return context.body(JSON.stringify({ ...contextOf, ...node }), 200, { ...headers, 'content-type': linkedData })
      }
      const voice = voiceOf(catalogue, city, context.req.query('lang'))
      return context.html(sheet(service.id, servicePath(service.id), voice, parts), 200, headers)
    }),
  )
  app.all(path, inCity(catalogue, notAllowed(catalogue, 'GET, HEAD')))
}
