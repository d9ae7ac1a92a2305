import { teamsAdapter } from '../adapters/teams/index.ts'
import { webAdapter } from '../adapters/web/adapter.ts'
import { withWidget } from '../adapters/web/embed.ts'
import { whatsappAdapter } from '../adapters/whatsapp/adapter.ts'
import figures from '../docs/figures/last-run.json' with { type: 'json' }
import { type AdmissionNamespace, admissionOver } from './conversation/admission/client.ts'
import { admissionWith } from './conversation/admission/object.ts'
import { conversationsOver, type Namespace } from './conversation/client.ts'
import { handedConversations } from './conversation/for-desk.ts'
import { inEurope } from './conversation/in-europe.ts'
import { nameOf } from './conversation/name.ts'
import { conversationWith } from './conversation/object.ts'
import type { Config } from './core/config.ts'
import type { PublishedFigures } from './core/figures.ts'
import { calendarOf } from './core/hours/calendar.ts'
import { log } from './core/log.ts'
import type { NoticeBoard, Notices } from './core/notice.ts'
import type { Adapter, Assistant, Conversations } from './core/ports.ts'
import { ownRoad, type RightOfWay, sharedRoad } from './core/right-of-way.ts'
import type { DeskParts } from './desk/api/parts.ts'
import { type DeskNamespace, deskOver } from './desk/client.ts'
import { forColleagues } from './desk/content/for-colleagues.ts'
import { noticeBoard } from './desk/notices/board.ts'
import { deskWith } from './desk/object.ts'
import { gateOf } from './desk/sign-in/gate.ts'
import { assistantWith } from './dialogue/assistant.ts'
import { firstLineOpens } from './dialogue/hours/first-line.ts'
import type { World } from './dialogue/world.ts'
import { readConfig } from './env.ts'
import { createApp } from './http/app.ts'
import {
  contentHosts,
  deskContentOf,
  type Environment,
  loadWorld,
  readAccessibility,
  readDeskNotes,
  readSourceTexts,
  readWidget,
} from './worker/compiled.ts'

/** The only place where everything meets. */

const clock = (): string => new Date().toISOString()

/** On a machine of one's own a conversation is opened once; on the platform being awake is paid for. */
const awakeMs = ({ local }: Config): number => (local ? 25_000 : 0)

type House = {
  world: World
  board: NoticeBoard
  assistant: Assistant
  way: RightOfWay
  conversations: Conversations
  admit: (request: Request) => Promise<number | null>
  adapters: Adapter[]
  config: Config
  problems: string[]
}

/** With a problem in the configuration every route but /health refuses, so what is made then is never used. */
function build(environment: Environment): House {
  const content = loadWorld()
  const read = readConfig(environment)
  const config = read.ok ? read.config : localConfig()
  const board = boardOver(environment, content, config)
  const world = { ...content, notices: board }
  const assistant = assistantWith(world, clock)
  // On the platform conversations share no thread with the Worker, nor with each other.
  const way = config.local ? sharedRoad() : ownRoad
  const conversations = conversationsOver({
    way,
    namespace: inEurope<Namespace>(environment.CONVERSATIONS, config),
    pepper: config.pepper,
    publicNumbers: world.catalogue.publicNumbers,
    addresses: world.catalogue.places,
  })
  const admit = admissionOver({
    namespace: inEurope<AdmissionNamespace>(environment.ADMISSIONS, config),
    pepper: config.pepper,
    local: config.local,
  })
  const house = { world, board, assistant, way, conversations, admit, config, problems: read.ok ? [] : read.problems }
  return { ...house, adapters: adaptersOf(house) }
}

function localConfig(): Config {
  const read = readConfig({ LOCAL_RUN: '1' })
  if (!read.ok) throw new Error('env: the defaults of a local run must be valid')
  return read.config
}

/** Notices that colleagues publish, where there is a desk to publish them from. */
function boardOver(environment: Environment, { catalogue }: World, config: Config): NoticeBoard {
  const content: Notices = { of: (city) => catalogue.cities[city]?.notices ?? [] }
  if (!config.desk.signIn) return { ...content, refresh: async () => {} }
  const namespace = (): DeskNamespace => inEurope<DeskNamespace>(environment.DESKS, config)
  return noticeBoard({ namespace, catalogue, now: Date.now })
}

/** The platform wants its own fetch called on nothing else. */
const outside: typeof fetch = (input, init) => fetch(input, init)

const dropped =
  (adapter: string) =>
  (code: string, count: number): void =>
    log({ event: 'dropped', adapter, code, count })

/** Every way in, a line each. */
function adaptersOf({ assistant, conversations, admit, world, config }: Omit<House, 'adapters'>): Adapter[] {
  const { catalogue } = world
  const { cities } = catalogue
  const { say } = assistant
  const { retentionDays } = config
  return [
    withWidget(webAdapter({ ...config, assistant, conversations, cities, clock, admit }), {
      assistant,
      catalogue,
      widget: readWidget,
      retentionDays,
    }),
    whatsappAdapter({ config: config.whatsapp, say, fetch: outside, clock, count: dropped('whatsapp') }),
    teamsAdapter({
      config: config.teams,
      assistant,
      forColleagues: forColleagues(catalogue, readDeskNotes),
      linkHosts: contentHosts,
      fetch: outside,
      clock,
    }),
  ]
}

let house: House | undefined

function houseOf(environment: Environment): House {
  house ??= build(environment)
  return house
}

export const Conversation = conversationWith((environment) => {
  const { adapters, assistant, way, board, config, world } = houseOf(environment)
  return {
    adapters,
    assistant,
    desk: config.desk.signIn
      ? deskOver({
          namespace: () => inEurope<DeskNamespace>(environment.DESKS, config),
          opens: (city) => firstLineOpens(city, clock(), world),
          callBack: config.desk.callBackKey !== null,
        })
      : null,
    clock,
    retentionDays: config.retentionDays,
    awakeMs: awakeMs(config),
    makeWay: way.makeWay,
    refresh: board.refresh,
    nameOf: (reference) => nameOf(reference, config.pepper),
    open: (name) => inEurope<Namespace>(environment.CONVERSATIONS, config).getByName(name),
  }
})

export const Admission = admissionWith(clock)

export const Desk = deskWith((environment) => {
  const { config, world } = houseOf(environment)
  const { retentionDays } = config
  const { callBackKey } = config.desk
  return { clock, calendarOf: (city) => calendarOf(world.catalogue, city), callBackKey, retentionDays }
})

/** The agents' side; without a configured sign-in its gate lets nobody in. */
function deskOf(environment: Environment, { world, config }: House): DeskParts {
  return {
    gate: gateOf(config.desk, { fetch: outside, now: () => new Date() }),
    officeOf: (city) => inEurope<DeskNamespace>(environment.DESKS, config).getByName(city),
    conversations: handedConversations(() => inEurope<Namespace>(environment.CONVERSATIONS, config)),
    catalogue: world.catalogue,
    publicUrl: config.publicUrl,
    publicNumbers: world.catalogue.publicNumbers,
    ...deskContentOf(environment),
    localIssuer: config.local ? (config.desk.signIn?.issuer ?? null) : null,
    fetch: outside,
    clock,
  }
}

let app: ReturnType<typeof createApp> | undefined

function appFor(environment: Environment): ReturnType<typeof createApp> {
  if (app) return app
  const house = houseOf(environment)
  const { world, assistant, conversations, adapters, config, problems } = house
  app = createApp({
    assistant,
    catalogue: world.catalogue,
    figures: figures as PublishedFigures,
    sourceTexts: () => readSourceTexts(environment),
    accessibility: readAccessibility,
    conversations,
    admit: house.admit,
    refresh: house.board.refresh,
    makeWay: house.way.makeWay,
    callBack: config.desk.signIn !== null && config.desk.callBackKey !== null,
    adapters,
    desk: deskOf(environment, house),
    problems,
    widgetOrigins: config.widgetOrigins,
    publicUrl: config.publicUrl,
    retentionDays: config.retentionDays,
    local: config.local,
    clock,
  })
  return app
}

export default {
  fetch: (request: Request, environment: Environment, context: unknown): Response | Promise<Response> =>
    appFor(environment).fetch(request, environment, context as never),
}
