import { html } from 'hono/html'
import type { AnswerChannel } from '../../../core/ask.ts'
import { accordingTo } from './dates.ts'
import { icon } from './icons.ts'
import { telephone, webAddress } from './links.ts'
import { type Html, tell, type Voice } from './voice.ts'

/** The ways in, in the city's order: each one large target, with how old it is. */
export function waysIn(channels: AnswerChannel[], voice: Voice, level: number): Html | '' {
  if (channels.length === 0) return ''
  const items = channels.map(
    (channel) => html`<li class="way">${icon(channel.type)}<div>${wayIn(channel, voice)}</div></li>`,
  )
  return html`<section class="ways"><h${level}>${tell(voice, 'page.waysIn')}</h${level}><ul>${items}</ul></section>`
}

function wayIn(channel: AnswerChannel, voice: Voice): Html {
  const kind = html`<span class="kind">${tell(voice, `channel.${channel.type}`)}</span>`
  const now = [channel.hours, channel.note].map((line) => (line ? html`<span class="hours">${line}</span>` : ''))
  return html`${kind}${target(channel, voice)}${rule(channel, voice)}${now}${accordingTo(channel, voice) ?? ''}`
}

/** What to press or where to go; without a number, link or address it says that we do not have one. */
function target({ type, label, url, phone, email, location, address }: AnswerChannel, voice: Voice): Html {
  const web = webAddress(url)
  if (web) return html`<a class="target" target="_top" href="${web.href}">${label} <b>${web.host}</b></a>`
  if (phone) return html`<a class="target" href="${telephone(phone)}">${label} <b>${phone}</b></a>`
  if (email) return html`<a class="target" href="mailto:${email}">${label} <b>${email}</b></a>`
  const place = [location === label ? undefined : location, address].filter(Boolean)
  const where = address ? '' : html`<span class="missing">${tell(voice, `page.missing.${type}`)}</span>`
  return html`<span class="target">${label}${place.map((line) => html` <b>${line}</b>`)}</span>${where}`
}

function rule({ byAppointment }: AnswerChannel, voice: Voice): Html | '' {
  if (!byAppointment || byAppointment === 'unknown') return ''
  return html`<span class="rule">${tell(voice, `appointment.${byAppointment}`)}</span>`
}
