import { html } from 'hono/html'
import { dateIn } from '../../../core/in-words.ts'
import { type Html, sentence, type Voice } from './voice.ts'

type Dated = {
  source?: string | undefined
  statedOn?: string | null | undefined
  checkedOn?: string | null | undefined
  stale?: boolean | undefined
}

/** Who says so, since when, and whether that is too long ago. */
export function accordingTo({ source, statedOn, checkedOn, stale }: Dated, voice: Voice): Html | undefined {
  if (!source) return undefined
  const [lang] = voice.langs
  const checked = dateIn(lang, checkedOn)
  const stated = dateIn(lang, statedOn)
  const words = checked
    ? sentence(voice, lang, 'checked', { date: checked })
    : sentence(voice, lang, stated ? 'according' : 'accordingUndated', { source, date: stated ?? '' })
  const mark = stale ? html` <span class="stale">${sentence(voice, lang, 'stale')}</span>` : ''
  return html`<span class="according">${words}${mark}</span>`
}
