import { anyScript, marksIn } from '../core/any-script.ts'
import type { WrittenLanguage } from '../core/language.ts'
import type { Draft, Message } from '../core/message.ts'
import type { Assistant } from '../core/ports.ts'
import { erase } from './erase.ts'
import { feedbackIn } from './feedback.ts'
import type { Heard } from './hear.ts'
import { messagesAfter } from './messages.ts'
import { cancelAll, headOf, layOut } from './outbox.ts'
import { adapterOf, now, type Room } from './room.ts'
import { cityOf, langOf, readState, type State } from './state.ts'
import { sayTo } from './turn.ts'

/**
 * What citizens may ask of us about their own data where there are no buttons for it: to see all of it and to have it
 * erased. They ask in fixed words, which the privacy page and our sentences name.
 */
const commands = { erase: 'conversation.erase.command', export: 'conversation.export.command' } as const

const languages: readonly WrittenLanguage[] = ['nl', 'fr', 'en']

/** Does what was asked about somebody's own data; null when nothing was. */
export function ownData(room: Room, state: State, { said, arrival, excess }: Heard): Message[] | null {
  const pushes = adapterOf(room, state.reference.adapter).capabilities.delivery === 'push'
  if (said.type !== 'text' || !pushes) return null
  const asked = letters(said.text)
  const words = commandsOf(room.assistant)
  if (words.erase.includes(asked)) return [beginErasing(room, state, arrival)]
  // It may take many messages: not for who asks too much.
  if (!words.export.includes(asked) || excess) return null
  return [state.reference.shared ? refuseAloud(room, state, arrival) : tellEverything(room, state, arrival)]
}

type Commands = Record<keyof typeof commands, string[]>

/** The commands in all languages, by their letters: looked up once, and held against every message. */
const known = new WeakMap<Assistant, Commands>()

function commandsOf(assistant: Assistant): Commands {
  const inAll = (command: string): string[] => languages.map((lang) => letters(assistant.say(command, lang, null)))
  const found = known.get(assistant) ?? { erase: inAll(commands.erase), export: inAll(commands.export) }
  known.set(assistant, found)
  return found
}

/** Only its words, however they are written. */
function letters(text: string): string {
  const apart = text.normalize('NFD').toLowerCase()
  const plain = apart.replace(marksIn(apart), '')
  return (plain.match(lettersIn(plain)) ?? []).join(' ')
}

const lettersIn = anyScript('[\\p{L}]+', 'gu')

/** What has not left is dropped; one last message says what happens, and then everything goes. */
function beginErasing(room: Room, state: State, arrival: number): Message {
  cancelAll(room)
  const last = sayTo(room, state, 'conversation.erased', arrival)
  state.erase = now(room)
  return last
}

/** How long the last message may take: longer than that nobody waits to be forgotten. */
export const lastMessageWithin = 3_600_000

/** Erases what its citizen asked to erase, once they have been told or could not be. */
export async function eraseAsAsked(room: Room): Promise<void> {
  const asked = readState(room.storage.sql)?.erase ?? null
  if (asked !== null && (!headOf(room) || asked + lastMessageWithin <= now(room))) await erase(room)
}

/** Where others read along nothing is shown; erasing gives nothing away. */
const refuseAloud = (room: Room, state: State, arrival: number): Message =>
  sayTo(room, state, 'conversation.export.shared', arrival, { command: eraseWords(room, state) })

const eraseWords = (room: Room, state: State): string =>
  room.assistant.say(commands.erase, langOf(state), cityOf(state))

/** The export goes out and is not kept as a message: the next one would hold it again. */
function tellEverything(room: Room, state: State, arrival: number): Message {
  const lines = everything(room, state)
  const days = String(room.retentionDays)
  const head = sayTo(room, state, 'conversation.export', arrival, { days, command: eraseWords(room, state) })
  const { longestText } = adapterOf(room, state.reference.adapter).capabilities
  for (const text of filled(lines, Math.min(longestText, mostAtOnce)))
    layOut(room, state, { ...head, text, blocks: [] })
  return head
}

/** UTF-16 units of one message of an export: read on a phone. */
const mostAtOnce = 3000

/** Lines in as few texts as hold them. One that is longer than that stays whole: its way in splits it. */
function filled(lines: string[], most: number): string[] {
  const texts: string[] = []
  for (const line of lines) {
    const last = texts.at(-1)
    if (last !== undefined && last.length + line.length + 2 <= most) texts[texts.length - 1] = `${last}\n\n${line}`
    else texts.push(line)
  }
  return texts
}

/** All that is kept of a conversation and means something to a person, a line each. */
function everything(room: Room, state: State): string[] {
  const lang = langOf(state)
  const say = (name: string, values: Record<string, string> = {}): string =>
    room.assistant.say(`conversation.export.${name}`, lang, cityOf(state), values)
  const messages = messagesAfter(room.storage.sql, -1, 100_000)
  return [
    ...Object.entries(state.reference.address).map(([name, value]) => say('address', { name, value })),
    say('topics', { topics: (state.memory?.targets ?? []).join(', ') || '–' }),
    ...messages.map(({ at, from, text }) => `${moment(at, lang)} · ${say(speaker[from])}\n${text}`),
    ...feedbackIn(room).map(({ at, value, comment }) =>
      say('opinion', { at: moment(at, lang), value: value > 0 ? '+' : '−', comment: comment ?? '' }).trim(),
    ),
  ]
}

const speaker: Record<Draft['from'], string> = { citizen: 'you', bot: 'assistant', desk: 'desk', system: 'assistant' }

const moment = (at: string, lang: WrittenLanguage): string =>
  new Intl.DateTimeFormat(`${lang}-BE`, { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Brussels' }).format(
    new Date(at),
  )
