import type { Answer } from '../core/ask.ts'
import type { Channel } from '../core/catalogue.ts'
import type { Closure } from '../core/hours/opening-hours.ts'
import { wallClock } from '../core/hours/wall-clock.ts'
import { dateIn } from '../core/in-words.ts'
import { inLanguage } from '../core/language.ts'
import type { Notice } from '../core/notice.ts'
import { clockTime } from './hours/say-hours.ts'
import { say } from './say.ts'
import { findOrganisation, findService } from './targets.ts'
import type { Turn } from './turn-state.ts'
import type { World } from './world.ts'

/** What an answer is about, as far as a notice asks: its page, and the places where it sends people. */
export type Touched = { service: string | null; channels: Channel[] }

/** Notices that hold at the moment of the turn and are about this answer. */
export function noticesFor(touched: Touched, turn: Turn, world: World): Notice[] {
  const at = Date.parse(turn.at)
  const city = turn.city ?? ''
  const all = world.notices?.of(city) ?? world.catalogue.cities[city]?.notices ?? []
  return all.filter(
    (notice) => Date.parse(notice.from) <= at && at < Date.parse(notice.until) && isAbout(notice, touched, turn),
  )
}

/** Notices that are about any of these answers, each once. */
export function noticesAbout(answers: Answer[], turn: Turn, world: World): Notice[] {
  const found = answers.flatMap(({ service, organisation }) =>
    noticesFor({ service, channels: waysIn(service ?? organisation, world) }, turn, world),
  )
  return [...new Set(found)]
}

/** Ways in of a page of the city, or of a body. */
const waysIn = (id: string | null, { catalogue }: World): Channel[] =>
  (id && (findService(catalogue, id) ?? findOrganisation(catalogue, id))?.channels) || []

/** Pages of a city whose answers a notice changes: services by their id, bodies as `organisation:<id>`. */
export function pagesTouched(notice: Notice, city: string, { catalogue }: World): string[] {
  const { services = {}, organisations = {} } = catalogue.cities[city] ?? {}
  const [first] = notice.districts
  const someone = { district: first === undefined ? null : { id: first } }
  const touched = (pages: Record<string, { id: string; channels: Channel[] }>): string[] =>
    Object.values(pages)
      .filter(({ id, channels }) => isAbout(notice, { service: id, channels }, someone))
      .map(({ id }) => id)
  return [...touched(services), ...touched(organisations).map((id) => `organisation:${id}`)]
}

/** Every kind of scope that a notice names must fit; of a citizen whose district is not known it may be theirs. */
function isAbout(
  { services, locations, districts }: Notice,
  { service, channels }: Touched,
  { district }: { district: { id: string } | null },
): boolean {
  const narrowed = services.length + locations.length > 0
  return (
    (services.length === 0 || services.includes(service ?? '')) &&
    (locations.length === 0 || channels.some(({ location }) => location && locations.includes(location.id))) &&
    (districts.length === 0 || (district ? districts.includes(district.id) : narrowed))
  )
}

/** What notices say of a way in: that it is closed. */
export function closuresBy(notices: Notice[], { type, location }: Channel): Closure[] {
  return notices
    .filter(
      ({ closes, locations }) =>
        closes && type === 'counter' && (locations.length === 0 || locations.includes(location?.id ?? '')),
    )
    .map(({ from, until }) => ({ from, until }))
}

/** "Let op, tot 22 november 2026 om 12 uur: …" */
export function sayNotice({ text, until }: Notice, turn: Turn, world: World): string {
  const { day, time } = wallClock(Date.parse(until))
  const date = dateIn(turn.lang, day) ?? day
  return say(world, turn, 'notice', {
    until: date,
    time: clockTime(time, turn, world),
    text: inLanguage(text, turn.lang),
  })
}
