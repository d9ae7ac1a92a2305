import type { AnswerChannel, UnknownKind } from '../../core/ask.ts'
import type { Channel, City } from '../../core/catalogue.ts'
import { type Fact, type FactKind, isStale } from '../../core/fact.ts'
import { dateIn } from '../../core/in-words.ts'
import { inLanguage } from '../../core/language.ts'
import { say } from '../say.ts'
import type { Turn } from '../turn-state.ts'
import type { World } from '../world.ts'

/** Counters and phones of which the hours are said before the answer, when that is what was asked. */
const most = 2

/** "Stadskantoor: nee, vandaag gesloten (Wapenstilstand). Maandag vanaf 9 uur." Nothing when hours were not asked. */
export function askedHours(channels: AnswerChannel[], turn: Turn, world: World): string[] {
  if (!turn.asks.includes('hours') || turn.particular === 'hours') return []
  return channels
    .filter(({ hours }) => hours !== undefined)
    .slice(0, most)
    .map(({ location, label, hours = '', openNow }) => {
      const answer =
        turn.yesOrNo && !turn.askedDay
          ? say(world, turn, openNow ? 'hours.yes' : 'hours.no', { said: lowerFirst(hours) })
          : lowerFirst(hours)
      return `${location ?? label}: ${answer}`
    })
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

/** Kinds of which a stale one is worth a word: a price, hour or term is then not shown, a number or an address is. */
const aging: FactKind[] = ['cost', 'hours', 'term', 'phone', 'address']

/** What we say of kinds that were asked for and that we lack: that what we hold is too old, or that we hold nothing. */
export function admit(unknown: UnknownKind[], held: Fact[], city: City, turn: Turn, world: World): string[] {
  const contact = inLanguage(city.firstLine.name, turn.lang)
  return unknown.slice(0, 2).map((kind) => {
    if (kind === turn.particular) return say(world, turn, 'unknown.detail', { contact })
    const old = held.find((fact) => fact.kind === kind && aging.includes(fact.kind) && isStale(fact, turn.at))
    if (!old) return say(world, turn, `unknown.${kind}`, { contact })
    const date = dateIn(turn.lang, old.statedOn)
    return date
      ? say(world, turn, `stale.${kind}`, { contact, date })
      : say(world, turn, `undated.${kind}`, { contact })
  })
}

/** Facts that date the number, the address and the hours of these ways in. */
export const factsOf = (channels: Channel[]): Fact[] =>
  channels.flatMap(({ fact, location, hours }) => [fact, location?.address, hours?.fact].flatMap((one) => one ?? []))

/** Numbers and links of the city's first line, for what we cannot tell ourselves on a page that has none. */
export function furtherContact(channels: Channel[], unknown: UnknownKind[], { firstLine }: City): Channel[] {
  if (unknown.length === 0 || channels.some(isReachable)) return []
  return firstLine.channels.filter(isReachable)
}

const isReachable = ({ type, fact }: Channel): boolean =>
  fact !== undefined && (type === 'phone' || type === 'online' || type === 'email')
