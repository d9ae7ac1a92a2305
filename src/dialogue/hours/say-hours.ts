import type { OpenState } from '../../core/hours/open-state.ts'
import { daysBetween, wallClock } from '../../core/hours/wall-clock.ts'
import { listIn, weekdayIn } from '../../core/in-words.ts'
import { inLanguage } from '../../core/language.ts'
import { say } from '../say.ts'
import type { Turn } from '../turn-state.ts'
import type { World } from '../world.ts'
import type { OnDay } from './known-hours.ts'

/** "Vandaag gesloten (Wapenstilstand). Maandag vanaf 9 uur, enkel op afspraak." Nothing when we do not know. */
export function sayState(state: OpenState, appointmentOnly: boolean, turn: Turn, world: World): string | undefined {
  if (state.is === 'unknown') return undefined
  return state.is === 'open'
    ? sayOpen(state, appointmentOnly, turn, world)
    : sayClosed(state, appointmentOnly, turn, world)
}

type Open = Extract<OpenState, { is: 'open' }>
type Closed = Extract<OpenState, { is: 'closed' }>

function sayOpen({ until, latestArrival, byAppointment }: Open, only: boolean, turn: Turn, world: World): string {
  const rule = byAppointment || only ? '.appointment' : ''
  if (until === null) return say(world, turn, `hours.open.always${rule}`)
  const open = say(world, turn, `hours.open${rule}`, { until: timeOf(until, turn, world) })
  if (latestArrival === null || latestArrival === until) return open
  if (latestArrival < Date.parse(turn.at)) return `${open} ${say(world, turn, 'hours.tooLate')}`
  return `${open} ${say(world, turn, 'hours.latest', { latest: timeOf(latestArrival, turn, world) })}`
}

function sayClosed({ reason, wholeDay, next }: Closed, only: boolean, turn: Turn, world: World): string {
  const why = reason ? '.reason' : ''
  const closed = say(world, turn, `hours.${wholeDay ? 'closedToday' : 'closed'}${why}`, {
    reason: reason ? inLanguage(reason, turn.lang) : '',
  })
  if (!next) return `${closed} ${say(world, turn, 'hours.noNext')}`
  const rule = next.byAppointment || only ? '.appointment' : ''
  const when = upperFirst(dayOf(next.from, turn, world))
  return `${closed} ${say(world, turn, `hours.next${rule}`, { when, time: timeOf(next.from, turn, world) })}`
}

/** "Zaterdag 28 november open van 9 uur tot 12.30 uur." */
export function sayDay(day: string, onDay: OnDay | null, only: boolean, turn: Turn, world: World): string | undefined {
  if (!onDay) return undefined
  const { openings, reason } = onDay
  const name = upperFirst(weekdayIn(turn.lang, day, true))
  if (openings.length === 0)
    return say(world, turn, reason ? 'hours.day.closed.reason' : 'hours.day.closed', {
      day: name,
      reason: reason ? inLanguage(reason, turn.lang) : '',
    })
  const spans = openings.map(({ from, until, byAppointment }) =>
    say(world, turn, byAppointment || only ? 'hours.span.appointment' : 'hours.span', {
      from: timeOf(from, turn, world),
      until: timeOf(until, turn, world),
    }),
  )
  return say(world, turn, 'hours.day.open', { day: name, spans: listIn(turn.lang, spans) })
}

/** Days ahead that are named by their weekday alone. */
const thisWeek = 6

/** "vandaag", "morgen", "maandag" or "maandag 30 november". */
export function dayOf(moment: number, turn: Turn, world: World): string {
  const today = wallClock(Date.parse(turn.at)).day
  const { day } = wallClock(moment)
  const ahead = daysBetween(today, day)
  if (ahead === 0) return say(world, turn, 'day.today')
  if (ahead === 1) return say(world, turn, 'day.tomorrow')
  return weekdayIn(turn.lang, day, ahead > thisWeek)
}

/** "maandag om 9 uur". */
export const momentInWords = (moment: number, turn: Turn, world: World): string =>
  say(world, turn, 'moment', { day: dayOf(moment, turn, world), time: timeOf(moment, turn, world) })

/** "9 uur", "13.15 uur", as the language writes it. */
export const timeOf = (moment: number, turn: Turn, world: World): string =>
  clockTime(wallClock(moment).time, turn, world)

export function clockTime(time: string, turn: Turn, world: World): string {
  const [hour, minute = '00'] = time.split(':')
  return say(world, turn, minute === '00' ? 'clock.hour' : 'clock.minutes', { hour: String(Number(hour)), minute })
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
