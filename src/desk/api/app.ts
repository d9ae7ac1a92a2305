import { Hono } from 'hono/quick'
import { callBackRoutes } from './call-backs.ts'
import { conversationRoutes } from './conversations.ts'
import { door, type Inside } from './door.ts'
import { missedRoutes } from './missed.ts'
import { noticeRoutes } from './notices.ts'
import { pageRoutes } from './page.ts'
import type { DeskParts } from './parts.ts'
import { recordRoutes } from './records.ts'

/** `/desk` and `/api/desk/v1`: the agents' side. Nothing of it opens without a signed sign-in. */
export function deskApi(parts: DeskParts): Hono<Inside> {
  const app = new Hono<Inside>()
  for (const path of ['/desk', '/desk/*', '/api/desk/*']) app.use(path, door(parts))
  pageRoutes(app, parts)
  conversationRoutes(app, parts)
  recordRoutes(app, parts)
  missedRoutes(app, parts)
  callBackRoutes(app, parts)
  noticeRoutes(app, parts)
  return app
}
