import type { MiddlewareHandler } from 'hono'
import type { AppParts } from './app.ts'

/** No inline script or style, nothing from elsewhere; only the city's own sites may frame its page. */
const policy = (ancestors: string, scripted: boolean): string =>
  [
    "default-src 'none'",
    ...(scripted ? ["script-src 'self'", "connect-src 'self'"] : []),
    "style-src 'self'",
    "img-src 'self' data:",
    "form-action 'self'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
    `frame-ancestors ${ancestors}`,
  ].join('; ')

const always = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'strict-transport-security': 'max-age=31536000',
  'cache-control': 'no-store',
}

/** Security headers on every response, errors included. A route that sets one itself keeps its own. */
export function secureHeaders(parts: AppParts): MiddlewareHandler {
  return async (context, next) => {
    await next()
    // A stream that changed protocol has no headers to add to.
    if (context.res.status === 101) return
    const embedders = embeddersOf(context.req.path, parts)
    const { headers } = context.res
    for (const [name, value] of embedders ? framedBy(embedders) : unframed) {
      if (!headers.has(name)) headers.set(name, value)
    }
  }
}

const unframed = Object.entries({
  ...always,
  'content-security-policy': policy("'none'", false),
  'x-frame-options': 'DENY',
})

const framedBy = (embedders: string[]): [string, string][] =>
  Object.entries({ ...always, 'content-security-policy': policy(["'self'", ...embedders].join(' '), true) })

/** Origins that may frame a path: those of the city for its page, none for anything else. */
function embeddersOf(path: string, { catalogue, widgetOrigins }: AppParts): string[] | undefined {
  const slug = path.slice(1)
  if (!Object.hasOwn(catalogue.cities, slug)) return undefined
  return [...new Set([...widgetOrigins, ...(catalogue.cities[slug]?.widgetOrigins ?? [])])]
}
