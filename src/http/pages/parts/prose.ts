import type { Answer } from '../../../core/ask.ts'
import { sentence, type Voice } from './voice.ts'

export { firstSentence } from '../../../core/prose.ts'

/** The text of an answer, and apart from it what it says that we do not know. */
export function withoutNotes({ text, unknown }: Answer, voice: Voice): { text: string; notes: string[] } {
  const [lang] = voice.langs
  const contact = voice.city?.firstLine.name ?? ''
  const notes = (unknown.length > 0 ? [...unknown, 'detail'] : [])
    .map((kind) => sentence(voice, lang, `unknown.${kind}`, { contact }))
    .filter((note) => text.includes(note))
  return {
    text: notes
      .reduce((left, note) => left.replace(note, ''), text)
      .replace(/\s+/g, ' ')
      .trim(),
    notes,
  }
}
