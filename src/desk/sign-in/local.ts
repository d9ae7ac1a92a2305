import type { Hono } from 'hono'
import { problem } from '../../core/problem.ts'
import { signInCookie } from './gate.ts'

/**
 * The sign-in of a local run: `npm start` prints a link with a code that its own issuer takes once, for a token of its
 * own. From there on it is a sign-in like any other, checked by the same gate. A deployment has no such route.
 */
export function localSignIn(app: Hono, { issuer, fetch }: { issuer: string; fetch: typeof globalThis.fetch }): void {
  app.get('/desk/sign-in', async (context) => {
    const code = context.req.query('code') ?? ''
    const answer = await fetch(`${issuer}/token`, { method: 'POST', body: code, redirect: 'manual' }).catch(() => null)
    if (!answer?.ok)
      return problem(401, 'unauthenticated', 'This link was used or is too old', 'start again for a new one')
    const token = await answer.text()
    return new Response(null, {
      status: 303,
      headers: {
        location: '/desk',
        'set-cookie': `${signInCookie}=${token}; HttpOnly; SameSite=Strict; Path=/`,
        'cache-control': 'no-store',
      },
    })
  })
}
