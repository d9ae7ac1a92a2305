import type { Hono } from 'hono'
import { html } from 'hono/html'
import type { Catalogue } from '../../core/catalogue.ts'
import { problem } from '../../core/problem.ts'
import { packDeskContent } from '../content/pack.ts'
import type { DeskFiles } from '../files.ts'
import { may } from '../roles.ts'
import { rolesFor } from '../sign-in/identity.ts'
import { cityOf, type Inside } from './door.ts'
import type { DeskParts } from './parts.ts'

/** The page runs its own script and one service worker; it reaches this server, and nobody else. Source: the desk's part of the web contract, CSP Level 3. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types desk-sw',
  "frame-ancestors 'none'",
].join('; ')

const headers = {
  'content-security-policy': policy,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
}

const types: Record<string, string> = { js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8' }

/** The page, its files and the content it searches: nothing of it is there without a sign-in. */
export function pageRoutes(app: Hono<Inside>, parts: DeskParts): void {
  let read: DeskFiles | undefined
  const built = async (): Promise<DeskFiles> => {
    read ??= await parts.files()
    return read
  }

  app.get('/desk', async (context) => {
    for (const [name, value] of Object.entries(headers)) context.header(name, value)
    return context.html(shell(await built(), parts.catalogue))
  })

  app.get('/desk/sw.js', async () => file((await built()).worker, types.js, { 'service-worker-allowed': '/desk' }))

  app.get('/desk/files/:name', async (context) => {
    const name = context.req.param('name')
    const { files } = await built()
    const type = types[name.slice(name.lastIndexOf('.') + 1)]
    return Object.hasOwn(files, name) ? file(files[name] ?? '', type) : problem(404, 'not_found', 'No such file')
  })

  app.get('/api/desk/v1/data', async (context) => {
    const city = cityOf(context, parts)
    if (!city || !may(rolesFor(context.get('identity'), city), 'search.desk', false))
      return problem(403, 'forbidden_origin', 'Not for you', 'city: name one in which you have a role')
    const bytes = packDeskContent(parts.catalogue, city, await parts.content())
    return new Response(bytes as Uint8Array<ArrayBuffer>, {
      headers: { ...headers, 'content-type': 'application/octet-stream' },
    })
  })
}

const file = (body: string, type = 'application/octet-stream', further: Record<string, string> = {}): Response =>
  new Response(body, { headers: { ...headers, 'content-type': type, ...further } })

/** Everything that is shown is built by the script: without it there is no search. */
const shell = ({ script, style }: DeskFiles, { hash, messages }: Catalogue) => html`<!doctype html>
<html lang="nl" data-content="${hash}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${messages['desk.title']?.u}</title>
<link rel="stylesheet" href="/desk/files/${style}">
<link rel="icon" href="data:,">
<script type="module" src="/desk/files/${script}"></script>
</head>
<body><p id="wait" data-failed="${messages['desk.failed']?.u}">${messages['desk.loading']?.u}</p></body>
</html>
`
