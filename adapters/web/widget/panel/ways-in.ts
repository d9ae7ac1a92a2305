import type { AnswerChannel } from '../../../../src/core/ask.ts'
import { telephone, webAddress } from '../../../../src/core/links.ts'
import type { Message } from '../../../../src/core/message.ts'
import { h, icon, type Part } from './dom.ts'
import { dated } from './facts.ts'
import { link } from './link.ts'
import { tell } from './scene.ts'
import { tellPage } from './tell-page.ts'

const web = 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18c-5 5-5 13 0 18 5-5 5-13 0-18M3 12h18'
const mail = 'M3 5h18v14H3zM3 7l9 6 9-6'
/** Those that do not lead to a site. */
const icons: Partial<Record<AnswerChannel['type'], string>> = {
  phone: 'M4 3h5l2 5-3 2a12 12 0 0 0 6 6l2-3 5 2v5A17 17 0 0 1 4 3',
  counter: 'M4 21V9l8-5 8 5v12M2 21h20M9 21v-6h6v6',
  email: mail,
  post: mail,
}

/** One way in, as one large target where there is something to press; else it says that we do not have it. */
export const wayIn = (channel: AnswerChannel, message: Message): Part => {
  const { type, label, location, address, byAppointment, hours, note } = channel
  const [href, shown] = target(channel)
  const inside = [
    icon(icons[type] ?? web),
    h(
      'span',
      h('small', tell(`channel.${type}`)),
      h('b', label),
      location !== label && h('span', location),
      h('span', shown),
      h('span.rule', hours),
      h('span', note),
      !shown && h('small', tell(`missing.${type}`)),
      href && shown === address && h('small', tell('map')),
    ),
  ]
  return [
    href ? link(href, 'way', inside, { click: () => tellPage(message, type) }) : h('p.way', inside),
    byAppointment && byAppointment !== 'unknown' && h('small.rule', tell(`appointment.${byAppointment}`)),
    dated(channel),
  ]
}

/** Where it leads and what of it is shown. A map is only linked to: nothing of it is loaded here. */
const target = ({ url, phone, email, address }: AnswerChannel): [href?: string, shown?: string] => {
  const site = webAddress(url)
  if (site) return [site.href, site.host]
  if (phone) return [telephone(phone), phone]
  if (email) return [`mailto:${email}`, email]
  return address ? [`https://www.openstreetmap.org/search?${new URLSearchParams({ query: address })}`, address] : []
}
