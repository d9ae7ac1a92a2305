import type { Hono } from 'hono'
import type { City } from '../../core/catalogue.ts'
import type { AppParts } from '../app.ts'
import { inCity } from './route.ts'
import { style } from './style/index.ts'

const kept = (type: string) => ({ 'content-type': `${type}; charset=utf-8`, 'cache-control': 'public, max-age=600' })

const sign = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="#1d3557" d="M6 3h20a4 4 0 0 1 4 4v13a4 4 0 0 1-4 4H15l-7 6v-6H6a4 4 0 0 1-4-4V7a4 4 0 0 1 4-4Z"/><path fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round" stroke-linejoin="round" d="M9 13.500h13M17 8.500l5 5-5 5"/></svg>`

/** Stylesheet, colours of each city, icon and the word to robots. Answers come by POST, so no robot finds them. */
export function assets(app: Hono, { catalogue }: AppParts): void {
  app.get('/style.css', (context) => context.body(style, 200, kept('text/css')))
  app.get(
    '/:city/theme.css',
    inCity(catalogue, (context, city) => context.body(theme(city), 200, kept('text/css'))),
  )
  app.get('/icon.svg', (context) => context.body(sign, 200, kept('image/svg+xml')))
  app.get('/favicon.ico', (context) => context.body(null, 204))
  app.get('/robots.txt', (context) =>
    context.body('User-agent: *\nDisallow: /api/\nDisallow: /desk\n', 200, kept('text/plain')),
  )
}

const theme = ({ theme: { accent, onAccent, accentText, radius } }: City): string =>
  `:root{--accent:${accent};--on-accent:${onAccent};--accent-text:${accentText};--radius:${radius}}\n`
