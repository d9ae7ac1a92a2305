import type { Context, Handler, Next } from 'hono'
import type { Catalogue, City } from '../../core/catalogue.ts'
import { refusal } from './refusal.ts'

/** For pages that may be kept for a while: they hold nothing of anybody. */
export const keep = { 'cache-control': 'public, max-age=300' }

/** For pages that a notice may change at any moment: kept, but asked for again each time. */
export const keepAndAsk = { 'cache-control': 'public, no-cache' }

type CityHandler = (context: Context, city: City) => Response | Promise<Response>

/** A route below `/:city`: an unknown city is somebody else's path, or nobody's. */
export function inCity({ cities }: Catalogue, handle: CityHandler): Handler {
  return (context: Context, next: Next) => {
    const slug = context.req.param('city') ?? ''
    const city = Object.hasOwn(cities, slug) ? cities[slug] : undefined
    return city ? handle(context, city) : next()
  }
}

/** 405 for every method that a path does not take. Goes after the routes of that path. */
export function notAllowed(catalogue: Catalogue, allow: string): (context: Context) => Response | Promise<Response> {
  return (context) => context.html(refusal(catalogue, 'method'), 405, { allow })
}
