import type { Answer, AnswerChannel, AnswerSource } from '../core/ask.ts'
import { dateIn } from '../core/in-words.ts'
import { say } from './say.ts'
import { furtherSentence } from './steps/compose-reply.ts'
import type { Turn } from './turn-state.ts'
import type { World } from './world.ts'

/** The reply as plain text: what is said, the ways in, and the source. One answer is one message on every channel. */
export function replyText(
  { before, lead }: { before: string[]; lead: string[] },
  answers: Answer[],
  turn: Turn,
  world: World,
): string {
  const numbered = answers.length > 1
  const bodies = answers.flatMap((answer) => [
    `${numbered ? `${answer.order}. ` : ''}${answer.text}`,
    ...(numbered ? [] : answer.channels.map((channel) => `- ${channelLine(channel, turn, world)}`)),
  ])
  const further = furtherSentence(turn, world)
  const [source] = answers[0]?.sources ?? []
  return [
    ...(further ? [further] : []),
    ...before,
    ...(answers.length === 1 ? joinLead(lead, bodies) : [...lead, ...bodies]),
    ...(source ? [`${say(world, turn, 'source')}: ${sourceLine(source, turn)}`] : []),
    ...(isTranslation(turn, world) && answers.length > 0 ? [say(world, turn, 'translation')] : []),
  ].join('\n')
}

/** The answer comes first, so that its first sentence is the reply's; notices follow it. */
const joinLead = (lead: string[], [text = '', ...channels]: string[]): string[] => [
  [text, ...lead].join(' '),
  ...channels,
]

function isTranslation({ lang, city }: Turn, { catalogue }: World): boolean {
  const languages = city ? catalogue.cities[city]?.languages : undefined
  return languages !== undefined && !languages.official.includes(lang)
}

export function channelLine(channel: AnswerChannel, turn: Turn, world: World): string {
  const value =
    channel.url ??
    channel.phone ??
    channel.email ??
    ([channel.location, channel.address].filter(Boolean).join(', ') || undefined)
  const rule =
    channel.byAppointment && channel.byAppointment !== 'unknown'
      ? say(world, turn, `appointment.${channel.byAppointment}`)
      : undefined
  const age = value && channel.source ? `(${accordingTo(channel, turn, world)})` : undefined
  const name = value?.startsWith(channel.label) ? value : [channel.label, value].filter(Boolean).join(': ')
  const line = [[name, rule].filter(Boolean).join(', '), age].filter(Boolean).join(' ')
  return [line, channel.hours, channel.note].filter(Boolean).join('. ').replaceAll('..', '.')
}

/** "volgens <source> van 2024-06", with a warning when it may be out of date. */
export function accordingTo(
  { source = '', statedOn, checkedOn, stale }: Pick<AnswerChannel, 'source' | 'statedOn' | 'checkedOn' | 'stale'>,
  turn: Turn,
  world: World,
): string {
  if (checkedOn) return say(world, turn, 'checked', { date: dateIn(turn.lang, checkedOn) ?? checkedOn })
  const date = dateIn(turn.lang, statedOn)
  const dated = date
    ? say(world, turn, 'according', { source, date })
    : say(world, turn, 'accordingUndated', { source })
  return stale ? `${dated}; ${say(world, turn, 'stale')}` : dated
}

const sourceLine = ({ title, lines, statedOn }: AnswerSource, { lang }: Turn): string =>
  [title, lines ? `r. ${lines}` : undefined, dateIn(lang, statedOn)].filter(Boolean).join(', ')
