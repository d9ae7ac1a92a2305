/**
 * Closes cross-site request forgery: Access and our own sign-in travel as a cookie, so another site could make a
 * colleague's browser send one. What changes something needs our own header, which a form cannot set, JSON, and an
 * origin that is ours. Source: OWASP, CSRF prevention; WHATWG Fetch metadata.
 */
export function isOurOwn(request: Request, origin: string): boolean {
  const { method, headers } = request
  const site = headers.get('sec-fetch-site')
  if (site && site !== 'same-origin' && !(site === 'none' && isReading(method))) return false
  const from = headers.get('origin')
  if (from && from !== origin) return false
  if (isReading(method)) return true
  const type = (headers.get('content-type') ?? '').split(';')[0]?.trim()
  return headers.get('x-desk') === '1' && type === 'application/json' && (from === origin || site === 'same-origin')
}

const isReading = (method: string): boolean => method === 'GET' || method === 'HEAD'
