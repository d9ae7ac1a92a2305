import type { ConversationReference } from '../../src/core/activity.ts'
import type { Choice, Message } from '../../src/core/message.ts'
import type { Adapter } from '../../src/core/ports.ts'
import { canBeTapped, firstPage, labelled, numbered, shownWhole } from './choices.ts'
import { buttons, type Interactive, list } from './interactive.ts'
import { limits } from './limits.ts'
import type { Parts } from './parts.ts'
import { type Content, choosing, writing } from './payload.ts'
import { plain } from './plain.ts'
import { split } from './split.ts'

/** A message as what the platform can show: one where it fits, and no choice is ever out of reach. */
export function renderWith({ say }: Pick<Parts, 'say'>): Adapter['render'] {
  return (message, reference) => contents(message, reference, say).map((content) => ({ ...content }))
}

function contents(message: Message, { city }: ConversationReference, say: Parts['say']): Content[] {
  const text = plain(message.text)
  const choices = labelled(message.choices)
  const all = joined(text, numbered(choices))
  if (choices.length === 0 || !canBeTapped(choices)) return texts(all)
  const words = (name: string): string => say(name, message.lang, city)
  const asked = question(text, choices, words)
  if (asked) return [choosing(asked, all)]
  const prompt = words('whatsapp.choose')
  return [...texts(all), choosing(show(prompt, choices, true, words), prompt)]
}

const texts = (text: string): Content[] => split(text, limits.text).map(writing)

const joined = (...parts: string[]): string => parts.filter(Boolean).join('\n\n')

/** The whole of it in one message, with numbers when a label must be cut; null when it is too long. */
function question(text: string, choices: Choice[], words: (name: string) => string): Interactive | null {
  const limit = choices.length <= limits.buttons ? limits.buttonTitle : limits.rowTitle
  const { choices: shown } = firstPage(choices, '')
  const withNumbers = !shownWhole(shown, limit)
  const body = joined(text || words('whatsapp.choose'), withNumbers ? numbered(shown) : '')
  return body.length <= limits.body ? show(body, choices, withNumbers, words) : null
}

function show(body: string, choices: Choice[], withNumbers: boolean, words: (name: string) => string): Interactive {
  if (choices.length <= limits.buttons) return buttons(body, choices, withNumbers)
  const page = firstPage(choices, words('whatsapp.more'))
  return list(body, words('whatsapp.open'), page.choices, page.more, withNumbers)
}
