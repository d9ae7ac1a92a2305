import type { Hono } from 'hono'
import { deskApi } from '../desk/api/app.ts'
import { localSignIn } from '../desk/sign-in/local.ts'
import type { AppParts } from './app.ts'
import { problem } from './problem.ts'

/** `/desk` and `/api/desk`: the agents' side, behind its own door. */
export function deskRoutes(app: Hono, { desk }: AppParts): void {
  if (!desk) {
    for (const path of ['/desk', '/desk/*', '/api/desk/*'])
      app.all(path, () => problem(503, 'unavailable', 'The desk is closed'))
    return
  }
  if (desk.localIssuer) localSignIn(app, { issuer: desk.localIssuer, fetch: desk.fetch })
  app.route('/', deskApi(desk))
}
