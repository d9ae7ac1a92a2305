import type { Sentence } from '../core/catalogue.ts'
import type { WrittenLanguage } from '../core/language.ts'
import type { World } from './world.ts'

/** All that speaking needs of the world. */
type Spoken = Pick<World, 'catalogue'>
type Speaking = { lang: WrittenLanguage; city: string | null }

/**
 * A sentence of the assistant, in the language of the turn and the city's form of address, `{name}` filled in.
 * @throws when the message does not exist: messages are content, and a missing one is a broken build.
 */
export function say(world: Spoken, turn: Speaking, name: string, values: Record<string, string> = {}): string {
  const message = world.catalogue.messages[name]
  if (!message) throw new Error(`message ${name} is missing in knowledge/common/messages`)
  return fill(wording(world, turn, message), values)
}

/** The wording of a message for a language and a form of address; `u` where no city tells. */
export function wording({ catalogue }: Spoken, { lang, city }: Speaking, message: Sentence): string {
  if (lang !== 'nl') return message[lang]
  return message[(city ? catalogue.cities[city]?.address : undefined) ?? 'u']
}

const fill = (text: string, values: Record<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
