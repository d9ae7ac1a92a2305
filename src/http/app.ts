import type { ErrorHandler } from 'hono'
import { Hono } from 'hono/quick'
import type { Accessibility } from '../core/accessibility.ts'
import type { Catalogue, SourceText } from '../core/catalogue.ts'
import type { PublishedFigures } from '../core/figures.ts'
import { once } from '../core/once.ts'
import type { Adapter, Assistant, Conversations } from '../core/ports.ts'
import type { DeskParts } from '../desk/api/parts.ts'
import { adapterRoutes } from './adapters.ts'
import { askRoute } from './ask.ts'
import { catalogueRoute } from './catalogue.ts'
import { deskRoutes } from './desk.ts'
import { secureHeaders } from './headers.ts'
import { healthRoute } from './health.ts'
import { openapiRoute } from './openapi.ts'
import { pages } from './pages/index.ts'
import { refusal } from './pages/refusal.ts'
import { problem } from './problem.ts'
import { rememberingRouter } from './router.ts'

export type AppParts = {
  assistant: Assistant
  catalogue: Catalogue
  conversations: Conversations
  adapters: Adapter[]
  /** Counts a new conversation of a client; seconds to wait when there were too many. Without it none is too many. */
  admit?: (request: Request) => Promise<number | null>
  /** The agents' side; absent in a test that has none. */
  desk?: DeskParts
  /** Problems of the configuration: with any, every route but /health answers 503. */
  problems: string[]
  widgetOrigins: string[]
  /** What the pages of sources show; absent in a test that opens none. */
  sourceTexts?: () => Promise<Record<string, SourceText>>
  /** What is known of how accessible it is; read when somebody asks. */
  accessibility?: () => Accessibility
  /** The last measurement that was published, if any. */
  figures?: PublishedFigures | null
  /** Days that words are kept; 30 when nobody said. */
  retentionDays?: number
  /** How the outside world reaches us; the origin of the request when nobody said. */
  publicUrl?: string | null
  /** Whether a number can be left to be called back. */
  callBack?: boolean
  /** Brings up to date what answers depend on and that changes while the program runs; absent: nothing does. */
  refresh?: () => Promise<void>
  /** Resolves when nothing is being taken in that somebody waits for, or soon after; absent: nothing need make way. */
  makeWay?: () => Promise<void>
  /** A run on somebody's own machine, which also shows samples. */
  local?: boolean
  /** The present moment, ISO with offset. */
  clock: () => string
}

/**
 * The whole HTTP side. Every room of it is one file that adds its own routes. Those that answer and carry messages are
 * added at once; the others when somebody first asks for one of them, since a start need not wait for pages and a desk.
 */
export function createApp(parts: AppParts): Hono {
  const app = new Hono()
  app.router = rememberingRouter(app.router)
  app.use(secureHeaders(parts))
  app.use(async (context, next) => {
    if (parts.problems.length > 0 && context.req.path !== '/health') {
      return problem(503, 'unavailable', 'Not configured', 'the configuration has errors; /health names them')
    }
    await next()
  })
  app.use(async (context, next) => {
    if (!answersNothing.test(context.req.path)) await parts.refresh?.()
    await next()
  })
  healthRoute(app, parts)
  askRoute(app, parts)
  adapterRoutes(app, parts)
  const others = once(() => otherRooms(parts))
  app.notFound(({ req, env }) => others().fetch(req.raw, env))
  app.onError(broken(parts))
  return app
}

function otherRooms(parts: AppParts): Hono {
  const app = new Hono()
  app.router = rememberingRouter(app.router)
  catalogueRoute(app, parts)
  openapiRoute(app, parts)
  deskRoutes(app, parts)
  pages(app, parts)
  app.notFound((context) =>
    isForPrograms(context.req.path)
      ? problem(404, 'not_found', 'Not found')
      : context.html(refusal(parts.catalogue, 'notFound'), 404),
  )
  app.onError(broken(parts))
  return app
}

const broken =
  ({ catalogue }: AppParts): ErrorHandler =>
  (_error, context) =>
    isForPrograms(context.req.path)
      ? problem(500, 'unavailable', 'Something broke on our side')
      : context.html(refusal(catalogue, 'broken'), 500)

/** Paths on which no citizen is answered. */
const answersNothing = /^\/(health|desk|api\/desk|webhooks|widget)(\/|\.|$)/

/** Whether a path is an interface for programs, which get problems, and not a page for people. */
const isForPrograms = (path: string): boolean => /^\/(api|webhooks|health)(\/|$)/.test(path)
