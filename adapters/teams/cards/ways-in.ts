import type { AnswerChannel } from '../../../src/core/ask.ts'
import { type Element, paragraphs } from './card.ts'
import { safeLink } from './links.ts'
import { visible } from './literal.ts'
import { accordingTo, type Voice } from './voice.ts'

/** A way in: what it is called, how to reach it, whether it is open, and who says so. */
export function wayIn(channel: AnswerChannel, voice: Voice): Element[] {
  const value = contactOf(channel)
  const rule = ruleOf(channel, voice)
  const name = value?.startsWith(channel.label) ? value : [channel.label, value].filter(Boolean).join(': ')
  return [
    ...paragraphs([name, rule].filter(Boolean).join(', ')),
    ...paragraphs([channel.hours, channel.note].filter(Boolean).join('. ').replaceAll('..', '.')),
    ...(value && channel.source ? paragraphs(accordingTo(channel, voice), 'aside') : []),
    ...openLink(channel, voice),
  ]
}

const contactOf = ({ url, phone, email, location, address }: AnswerChannel): string | undefined =>
  url ?? phone ?? email ?? ([location, address].filter(Boolean).join(', ') || undefined)

const ruleOf = ({ byAppointment }: AnswerChannel, { say }: Voice): string | undefined =>
  byAppointment && byAppointment !== 'unknown' ? say(`appointment.${byAppointment}`) : undefined

/** A button with the host in its title: nobody follows a link without seeing where it leads. */
function openLink({ url, label }: AnswerChannel, { linkHosts }: Voice): Element[] {
  const link = safeLink(url, linkHosts)
  if (!link) return []
  const title = visible(`${label} (${link.hostname})`)
  return [{ type: 'ActionSet', actions: [{ type: 'Action.OpenUrl', title, url: link.href }] }]
}
