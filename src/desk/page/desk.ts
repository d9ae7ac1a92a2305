import { inLanguage } from '../../core/language.ts'
import { takeTurn } from '../../dialogue/turn.ts'
import { findPlaces } from '../../search/places.ts'
import { type Card, cardOf, type For } from '../card/card.ts'
import { may } from '../roles.ts'
import type { DeskHit } from '../search/rank.ts'
import { announce, announceSoon, status } from './announce.ts'
import { asText, cardView } from './card-view.ts'
import { chats } from './chats.ts'
import { contactsIn } from './contacts.ts'
import { isAsking } from './dialogs.ts'
import { h } from './dom.ts'
import { header } from './header.ts'
import { help } from './help.ts'
import type { Here } from './here.ts'
import { type Command, commandOf } from './keys.ts'
import { meantView } from './meant.ts'
import { missedList } from './missed.ts'
import { notices } from './notices.ts'
import type { Published } from './published.ts'
import { unanswered, wrapUp } from './record.ts'
import { resultList, worthShowing } from './results.ts'
import { searchLine } from './search-line.ts'
import { type Me, serverFor } from './server.ts'
import { session } from './session.ts'
import { tabs } from './tabs.ts'

/** After this many milliseconds without a key, the words are read as a question; list and card never wait. */
const pause = 100

/** The whole page for one city: search line, list and card, and the chats beside them. */
export function desk(here: Here, me: Me, cities: string[], published: Published): HTMLElement[] {
  const { t, city } = here
  const contacts = contactsIn(city, here.lang)
  let hits: DeskHit[] = []
  let card: Card | null = null
  let drawn = ''
  let soon: ReturnType<typeof setTimeout> | undefined

  const caller = (): For => {
    const { lang, place } = contacts.current()
    const found = place ? findPlaces(place, here.desk.world.catalogue.places) : []
    return {
      lang,
      city,
      at: here.now(),
      places: found.flatMap(({ places }) => places).filter((one) => one.city === city),
    }
  }

  const line = searchLine(here, {
    typed(query) {
      contacts.change({ query, picked: null })
      search()
    },
    moved(by) {
      const at = hits.findIndex(({ target }) => target === opened())
      const next = hits[Math.min(hits.length - 1, Math.max(0, at + by))]
      if (next) pick(next.target)
    },
    chosen: () => opened() && pick(opened() as string),
    placed(place) {
      contacts.change({ place })
      search()
    },
    spoken(lang) {
      contacts.change({ lang })
      search()
      line.focus()
    },
  })
  const results = resultList(here, pick)
  const view = cardView(here, { wrong: () => void missed(true), open: pick })
  const meant = meantView(here, pick)
  const top = session(here, me)
  const server = serverFor(city)
  const roles = me.cities.find((one) => one.city === city)?.roles ?? []
  const told = notices(here, {
    server,
    published,
    mayPublish: may(roles, 'notice.publish', false),
    about: opened,
    changed: show,
  })
  const list = missedList(here, { server, me, mayEdit: may(roles, 'unanswered.edit', false) })
  const chat = chats(here, { server, contacts, me, changed: draw, told: told.look })
  const calls = tabs(here, contacts, { opened: back, added: newCall })

  /** The card that is open: the one that was picked, else the first. */
  function opened(): string | null {
    const { picked } = contacts.current()
    return picked ?? hits[0]?.target ?? null
  }

  /** List and card at once, with every letter; what the words may mean besides comes when typing pauses. */
  function search(): void {
    const { query } = contacts.current()
    hits = worthShowing(here.rank(query, city))
    show()
    calls.show()
    meant.clear()
    if (query.trim() === '') return
    announceSoon(hits.length > 0 ? t('found', { count: String(hits.length), first: card?.title ?? '' }) : t('nothing'))
    clearTimeout(soon)
    soon = setTimeout(() => consider(query), pause)
  }

  function consider(query: string): void {
    if (contacts.current().query !== query) return
    const { lang } = contacts.current()
    meant.show(takeTurn({ text: query, city, lang }, here.desk.world, here.now()))
  }

  function show(): void {
    const target = opened()
    const of = caller()
    results.show(hits, target, of)
    line.point(
      hits.findIndex((hit) => hit.target === target),
      hits.length > 0,
    )
    line.located(of.places.map(({ name }) => name))
    open(target, of)
  }

  /** The card of a target. One that stands there already is left in peace, but for what a new minute brings. */
  function open(target: string | null, of: For): void {
    const empty = t(contacts.current().query.trim() ? 'nothing' : 'start')
    const next = JSON.stringify([target, of.lang, of.places, of.at.slice(0, 16), published.all(), target ? '' : empty])
    if (next === drawn) return
    drawn = next
    card = target ? cardOf(target, of, here.desk) : null
    view.show(card, of, empty)
  }

  function pick(target: string): void {
    contacts.change({ picked: target })
    show()
    if (card) announce(card.title)
    line.focus()
  }

  /** Everything anew, for another call. */
  function draw(): void {
    line.show(contacts.current())
    search()
    chat.show()
    top.draw()
  }

  /** Everything anew, and the line to type in. */
  function back(): void {
    draw()
    line.focus()
  }

  function newCall(): void {
    contacts.add({ lang: here.lang })
    back()
  }

  function step(by: 1 | -1): void {
    contacts.step(by)
    back()
  }

  async function missed(isWrong: boolean): Promise<void> {
    const { query, lang } = contacts.current()
    const service = isWrong ? (card?.target ?? null) : null
    await unanswered(here, { text: query || (card?.title ?? ''), service, lang, channel: chat.channel() })
    top.draw()
    line.focus()
  }

  async function wrapped(): Promise<void> {
    const current = contacts.current()
    const isOver = await wrapUp(here, current, current.query || current.picked ? (card?.target ?? null) : null)
    if (isOver && current.conversation === null) contacts.end()
    back()
  }

  async function copy(): Promise<void> {
    if (!card) return
    await navigator.clipboard.writeText(asText(card)).then(
      () => announce(t('copied')),
      () => announce(t('failed.act')),
    )
  }

  function clear(): void {
    if (document.activeElement?.id === 'query') contacts.change({ query: '', picked: null })
    back()
  }

  const acts: Partial<Record<Command, () => void>> = {
    search: line.focus,
    clear,
    newCall,
    next: () => step(1),
    previous: () => step(-1),
    take: () => void chat.take(),
    reply: chat.focus,
    insert: () => card && contacts.current().conversation && chat.insert(asText(card)),
    link: () => void copy(),
    unanswered: () => void missed(false),
    wrapUp: () => void wrapped(),
    carryOn: () => void chat.carryOn(),
    callBack: () => void chat.callBack(),
    notices: () => void told.open().then(back),
    missed: () => void list.open().then(back),
    help: () => void help(here).then(line.focus),
  }

  document.addEventListener('keydown', (event) => {
    if (isAsking()) return
    const asksForKeys = event.key === '?' && (line.has(event.target) ? line.isEmpty() : event.target === document.body)
    const command = asksForKeys ? 'help' : commandOf(event)
    if (!command) return
    event.preventDefault()
    const place = /^pick(\d)$/.exec(command)?.[1]
    if (place) return event.shiftKey ? meant.pick(Number(place)) : pickAt(Number(place))
    acts[command]?.()
  })

  function pickAt(place: number): void {
    const hit = hits[place - 1]
    if (hit) pick(hit.target)
  }

  const name = inLanguage(here.desk.world.catalogue.cities[city]?.name ?? { nl: city }, here.lang)
  const page = h(
    'div',
    { id: 'desk' },
    header(here, { name, me, cities, acts }),
    top.element,
    calls.element,
    h(
      'main',
      {},
      h('h1', { class: 'hidden' }, t('title')),
      line.element,
      h('section', { id: 'list', 'aria-label': t('results') }, results.element),
      h('section', { id: 'open', 'aria-label': t('card') }, meant.element, view.element),
    ),
    h('aside', { 'aria-label': t('chats') }, chat.panel, chat.queue),
    status,
  )
  draw()
  void chat.look()
  void told.look()
  return [page]
}
