import { html } from 'hono/html'
import { type Html, sentence, type Voice } from './voice.ts'

type Dated = {
  source?: string | undefined
  statedOn?: string | null | undefined
  checkedOn?: string | null | undefined
  stale?: boolean | undefined
}

/** "juni 2024" for `2024-06`; as much as the date tells. Undefined for what is no date. */
export function dateIn(lang: string, date: string | null | undefined): string | undefined {
  if (!date || !/^\d{4}(-\d\d){0,2}$/.test(date)) return undefined
  const [year = '', month, day] = date.split('-')
  if (!month) return year
  const format = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : `${lang}-BE`, {
    year: 'numeric',
    month: 'long',
    ...(day ? { day: 'numeric' } : {}),
    timeZone: 'UTC',
  })
  return format.format(new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1))))
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
