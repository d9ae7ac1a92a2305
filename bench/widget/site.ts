import { readFileSync } from 'node:fs'
import { createApp } from '../../src/http/app.ts'
import { strictPolicy } from '../../test/fixtures/host-page.ts'
import { type Listening, listen } from '../../test/fixtures/listen.ts'
import { partsFixture } from '../../test/fixtures/world.ts'
import { type Contestant, typebotAnswer } from './contestants.ts'

export type Site = Listening & {
  /** Puts this chat on the page, under the strict policy or under none. */
  show(contestant: Contestant, strict: boolean): void
}

const type = (name: string) => ({ 'content-type': `${name}; charset=utf-8` })

/** A city's site with one chat on its page, and our own server beside it. */
export async function openSite(): Promise<Site & { home: Listening }> {
  let shown: { contestant: Contestant; strict: boolean; bundle: string } | undefined
  const site = await listen(({ url }) => {
    const path = new URL(url).pathname
    if (!shown) return new Response(null, { status: 404 })
    const { contestant, strict, bundle } = shown
    if (path === '/lib/chat.js') return new Response(bundle, { headers: type('text/javascript') })
    if (path === '/set-up.js') return new Response(contestant.setUp, { headers: type('text/javascript') })
    const said = typebotAnswer(path)
    if (said) return Response.json(said)
    if (path !== '/') return new Response(null, { status: 404 })
    // The others may talk to the site itself: their far side is played there.
    const policy = strictPolicy(home.origin).replace('connect-src', "img-src 'self' data:; connect-src 'self'")
    const headers = strict ? { 'content-security-policy': policy } : {}
    return new Response(pageWith(contestant.tags(home.origin)), { headers: { ...type('text/html'), ...headers } })
  })
  let people = 0
  const app = createApp(partsFixture({ widgetOrigins: [site.origin] }))
  const home = await listen((request) => {
    request.headers.set('x-test-client-prefix', `10.0.${++people % 250}.1`)
    return app.fetch(request)
  })
  return {
    ...site,
    home,
    show(contestant, strict) {
      shown = { contestant, strict, bundle: contestant.bundle ? readFileSync(contestant.bundle, 'utf8') : '' }
    },
  }
}

const pageWith = (tags: string): string =>
  `<!doctype html><html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Stad</title></head><body><main><h1>Trouwen</h1><p>Alles over trouwen in de stad.</p>${tags}</main></body></html>`
