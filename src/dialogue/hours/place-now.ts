import type { Channel, Location, Place } from '../../core/catalogue.ts'
import { dayAfter, wallClock } from '../../core/hours/wall-clock.ts'
import { dateIn, listIn } from '../../core/in-words.ts'
import { inLanguage } from '../../core/language.ts'
import { say } from '../say.ts'
import type { Turn } from '../turn-state.ts'
import type { World } from '../world.ts'

/** Days before a move from which it is told. */
const told = 14

/**
 * The counter as it is for this citizen today: of a list, the one that serves the district; after a move, where it is
 * now. `note` says what the address alone does not.
 */
export function placeNow(channel: Channel, turn: Turn, world: World): { channel: Channel; note?: string } {
  const { location } = channel
  if (!location) return { channel }
  const served = location.members ? placeServing(location.members, turn.districts) : undefined
  if (served) return withMove({ ...channel, location: served.location, hours: served.hours }, turn, world)
  if (location.members) return { channel, note: listed(location, turn, world) }
  return withMove(channel, turn, world)
}

type Members = NonNullable<Location['members']>

/** The one that serves every district that may be meant: never the nearest, never a guess. */
export function placeServing(members: Members, districts: Pick<Place, 'id'>[]): Members[number] | undefined {
  const serving = districts.map(({ id }) => members.find(({ location }) => location.serves?.includes(id)))
  const [first] = serving
  return first && serving.every((one) => one === first) ? first : undefined
}

function listed({ members = [] }: Location, turn: Turn, world: World): string {
  const names = listIn(
    turn.lang,
    members.map(({ location }) => location.area ?? inLanguage(location.name, turn.lang)),
  )
  const [only, other] = turn.districts
  return only && !other
    ? say(world, turn, 'place.notServed', { names, district: only.name })
    : say(world, turn, 'place.choose', { names })
}

function withMove(channel: Channel, turn: Turn, world: World): { channel: Channel; note?: string } {
  const { location } = channel
  if (!location?.moves) return { channel }
  const today = wallClock(Date.parse(turn.at)).day
  const move = location.moves.find(({ through = '9999' }) => today <= through)
  if (!move || dayAfter(today, told) < move.from) return { channel }
  const { from, through, name, address } = move
  const place = inLanguage(name, turn.lang)
  const date = (day: string): string => dateIn(turn.lang, day) ?? day
  if (today < from) return { channel, note: say(world, turn, 'place.moves', { date: date(from), place }) }
  const note = through ? say(world, turn, 'place.movedUntil', { date: date(through), place }) : undefined
  return { channel: { ...channel, location: { ...location, name, address } }, ...(note ? { note } : {}) }
}
