import type { WebParts } from './parts.ts'

/**
 * Which sites may talk to us: our own origin and those on the lists, exactly as written. It keeps a stranger's page from
 * using a city's assistant; it proves nothing of who asks, since programs can write any origin.
 */
export function isListed(request: Request, parts: WebParts, city: string | null): boolean {
  const origin = request.headers.get('origin')
  if (!origin || origin === 'null') return false
  const own = new URL(parts.publicUrl ?? request.url).origin
  return origin === own || parts.widgetOrigins.includes(origin) || ofCities(parts, city).includes(origin)
}

/** Origins of one city; of all of them where the city is not known yet. */
/** Cities of which this site may enter conversations; null: of any. */
export function citiesOf(request: Request, parts: WebParts): string[] | null {
  const cities = Object.keys(parts.cities)
  const open = cities.filter((city) => isListed(request, parts, city))
  return open.length === cities.length ? null : open
}

const ofCities = ({ cities }: WebParts, city: string | null): readonly string[] =>
  city && Object.hasOwn(cities, city)
    ? (cities[city]?.widgetOrigins ?? [])
    : Object.values(cities).flatMap(({ widgetOrigins }) => widgetOrigins)

/** Lets the page of a listed origin read the response; any other browser hides it. */
export function withCors(request: Request, response: Response, parts: WebParts): Response {
  const headers = new Headers(response.headers)
  headers.append('vary', 'Origin')
  const origin = request.headers.get('origin')
  if (origin && isListed(request, parts, null)) {
    headers.set('access-control-allow-origin', origin)
    headers.set('access-control-expose-headers', 'retry-after')
  }
  return new Response(response.body, { status: response.status, headers })
}

/** What a browser asks before it sends JSON from another site. */
export function preflight(request: Request, parts: WebParts): Response {
  if (!isListed(request, parts, null)) return new Response(null, { status: 403, headers: { vary: 'Origin' } })
  const headers = {
    'access-control-allow-methods': 'GET, POST, DELETE',
    'access-control-allow-headers': 'authorization, content-type, last-event-id',
    'access-control-max-age': '600',
  }
  return withCors(request, new Response(null, { status: 204, headers }), parts)
}
