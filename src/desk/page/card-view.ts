import type { AnswerChannel, AnswerFact, AnswerSource } from '../../core/ask.ts'
import { dateIn } from '../../core/in-words.ts'
import { telephone, webAddress } from '../../core/links.ts'
import type { Card, For } from '../card/card.ts'
import { fill, h, type Part } from './dom.ts'
import type { Here } from './here.ts'
import { keyOf, shown } from './keys.ts'
import { mailOf } from './send-on.ts'

/** The open card: all of it at once, the sentence to read aloud first. */
type Heard = { wrong: () => void; copied: () => void; open: (target: string) => void }

export function cardView(here: Here, parts: Heard) {
  const element = h('article', { id: 'card', 'aria-labelledby': 'card-title', tabindex: '-1' })
  const { t } = here

  function show(card: Card | null, caller: For, empty: string): void {
    if (card) element.setAttribute('aria-labelledby', 'card-title')
    else element.removeAttribute('aria-labelledby')
    fill(element, ...(card ? open(card, caller) : [h('p', { class: 'empty' }, empty)]))
  }

  function open(card: Card, { lang }: For): Part[] {
    return [
      h('h2', { id: 'card-title', lang }, card.title),
      card.organisation && h('p', { class: 'owner', lang }, card.organisation),
      card.internal && h('p', { class: 'flag' }, t('internal')),
      card.notices.map((notice) => h('p', { class: 'notice', lang }, notice)),
      h('p', { class: 'say', lang }, card.say),
      card.further && h('p', { class: 'further', lang }, card.further),
      card.steps.length > 0 && h('ol', { class: 'steps', lang }, card.steps.map(step)),
      h('dl', {}, rows(card, lang)),
      sources(card.sources, lang),
      h(
        'p',
        { class: 'actions' },
        h('button', { type: 'button', click: parts.copied }, `${t('copy')} (${shown(keyOf('link'))})`),
        h('a', { class: 'button', href: mailOf(card) }, t('mail')),
        h('button', { type: 'button', click: parts.wrong }, t('wrong')),
      ),
    ]
  }

  const step = ({ target, title, text }: Card['steps'][number]): Part =>
    h(
      'li',
      {},
      target ? h('button', { type: 'button', class: 'link', click: () => parts.open(target) }, title) : title,
      ` ${text}`,
    )

  const row = (name: string, ...value: Part[]): Part =>
    value.flat(9).some(Boolean) && [h('dt', {}, t(name)), h('dd', {}, value)]

  function rows({ channels, facts, evidence, memo }: Card, lang: For['lang']): Part[] {
    const of = (...types: AnswerChannel['type'][]): AnswerChannel[] =>
      channels.filter(({ type }) => types.includes(type))
    const factsOf = (...kinds: string[]): Part =>
      facts.filter(({ kind }) => kinds.includes(kind)).map((one) => fact(one, lang))
    const known = ['cost', 'term', 'documents']
    const others = facts.filter(({ kind }) => !known.includes(kind))
    return [
      memo ? h('div', { class: 'memo' }, h('dt', {}, t('memo')), h('dd', { lang }, memo)) : null,
      row(
        'where',
        of('counter', 'post').map((one) => place(one, lang)),
      ),
      row(
        'online',
        of('online', 'video').map((one) => link(one, lang)),
      ),
      row(
        'contact',
        of('phone', 'email').map((one) => link(one, lang)),
      ),
      row('cost', factsOf('cost')),
      row('bring', evidence && h('p', { lang }, evidence), factsOf('documents')),
      row('term', factsOf('term')),
      row(
        'exceptions',
        others.map((one) => fact(one, lang)),
      ),
    ]
  }

  const fact = ({ label, value, stale, statedOn, source }: AnswerFact, lang: For['lang']): Part =>
    h('p', {}, h('span', { lang }, label ? `${label}: ${value}` : value), ' ', dated(source, statedOn, stale, lang))

  const place = (channel: AnswerChannel, lang: For['lang']): Part =>
    h(
      'p',
      {},
      h('strong', { lang }, channel.location ?? channel.label),
      channel.address && h('span', { lang }, `, ${channel.address}`),
      channel.byAppointment && channel.byAppointment !== 'unknown' && `. ${t(`appointment.${channel.byAppointment}`)}`,
      openNow(channel, lang),
      channel.note && h('span', { class: 'note', lang }, ` ${channel.note}`),
      old(channel, lang),
    )

  /** Whether it is open, in words; colour says nothing alone. */
  const openNow = ({ hours, openNow }: AnswerChannel, lang: For['lang']): Part =>
    hours
      ? h('span', { class: openNow ? 'hours open' : 'hours shut', lang }, ` ${hours}`)
      : h('span', { class: 'hours' }, ` ${t('hoursUnknown')}`)

  function link(channel: AnswerChannel, lang: For['lang']): Part {
    const { label, url, phone, email, hours } = channel
    const web = webAddress(url)
    const href = web?.href ?? (phone ? telephone(phone) : email ? `mailto:${email}` : undefined)
    return h(
      'p',
      {},
      h('span', { lang }, `${label}: `),
      href ? h('a', { href, target: '_blank', rel: 'noopener noreferrer' }, web?.host ?? phone ?? email) : t('unknown'),
      hours && openNow(channel, lang),
      old(channel, lang),
    )
  }

  /** Where something that may be too old comes from: a colleague says so before they read it out. */
  const old = ({ stale, source, statedOn }: AnswerChannel, lang: For['lang']): Part =>
    stale && source && [' ', dated(source, statedOn ?? null, stale, lang)]

  const dated = (source: string, statedOn: string | null, stale: boolean, lang: For['lang']): Part =>
    h(
      'span',
      { class: stale ? 'dated stale' : 'dated' },
      `(${[source, dateIn(lang, statedOn) ?? t('undated'), stale && t('stale')].filter(Boolean).join(', ')})`,
    )

  const sources = (all: AnswerSource[], lang: For['lang']): Part =>
    all.length > 0 &&
    h(
      'details',
      { class: 'sources', open: true },
      h('summary', {}, t('sources')),
      h(
        'ul',
        {},
        eachOnce(all).map(({ title, url, statedOn, checkedOn }) => {
          const web = webAddress(url)
          const day = dateIn(lang, checkedOn)
          const said = day ? t('checked', { date: day }) : (dateIn(lang, statedOn) ?? t('undated'))
          return h(
            'li',
            {},
            web ? h('a', { href: web.href, target: '_blank', rel: 'noopener noreferrer' }, title) : title,
            `, ${said}`,
          )
        }),
      ),
    )

  return { element, show }
}

/** A document that is cited for several of its lines stands here once. */
const eachOnce = (all: AnswerSource[]): AnswerSource[] =>
  all.filter(({ title, url }, at) => all.findIndex((one) => one.title === title && one.url === url) === at)
