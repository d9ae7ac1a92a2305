import { inLanguage } from '../../core/language.ts'
import { maskPersonalData } from '../../core/personal-data.ts'
import { may } from '../roles.ts'
import { announce, status } from './announce.ts'
import { chats } from './chats.ts'
import { contactsIn } from './contacts.ts'
import { h } from './dom.ts'
import { finding } from './finding.ts'
import { header } from './header.ts'
import { help } from './help.ts'
import type { Here } from './here.ts'
import { listen } from './keyboard.ts'
import type { Command } from './keys.ts'
import { missedList } from './missed.ts'
import { notices } from './notices.ts'
import type { Published } from './published.ts'
import { unanswered, wrapUp } from './record.ts'
import { asText } from './send-on.ts'
import { type Me, serverFor } from './server.ts'
import { session } from './session.ts'
import { tabs } from './tabs.ts'

/** The whole page for one city: search line, list and card, and the chats beside them. */
export function desk(here: Here, me: Me, cities: string[], published: Published): HTMLElement[] {
  const { t, city } = here
  const { publicNumbers } = here.desk.world.catalogue
  const contacts = contactsIn(city, here.lang, (text) => maskPersonalData(text, publicNumbers).text)
  const server = serverFor(city)
  const roles = me.cities.find((one) => one.city === city)?.roles ?? []
  const find = finding(here, {
    contacts,
    published,
    searched: () => calls.show(),
    wrong: () => void missed(true),
    copied: () => void copy(),
  })
  const { line, card } = find
  const top = session(here, me)
  const told = notices(here, {
    server,
    published,
    mayPublish: may(roles, 'notice.publish', false),
    about: find.opened,
    changed: find.show,
  })
  const list = missedList(here, { server, me, mayEdit: may(roles, 'unanswered.edit', false) })
  const chat = chats(here, { server, contacts, me, changed: draw, told: told.look })
  const calls = tabs(here, contacts, { opened: back, added: newCall })

  /** Everything anew, for another call. */
  function draw(): void {
    line.show(contacts.current())
    find.search()
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
    const service = isWrong ? (card()?.target ?? null) : null
    await unanswered(here, { text: query || (card()?.title ?? ''), service, lang, channel: chat.channel() })
    top.draw()
    line.focus()
  }

  async function wrapped(): Promise<void> {
    const current = contacts.current()
    const isOver = await wrapUp(here, current, current.query || current.picked ? (card()?.target ?? null) : null)
    if (isOver && current.conversation === null) contacts.end()
    back()
  }

  async function copy(): Promise<void> {
    const shown = card()
    if (!shown) return
    await navigator.clipboard.writeText(asText(shown)).then(
      () => announce(t('copied')),
      () => announce(t('failed.act')),
    )
  }

  function insert(): void {
    const shown = card()
    if (shown && contacts.current().conversation) chat.insert(asText(shown))
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
    insert,
    link: () => void copy(),
    unanswered: () => void missed(false),
    wrapUp: () => void wrapped(),
    carryOn: () => void chat.carryOn(),
    callBack: () => void chat.callBack(),
    notices: () => void told.open().then(back),
    missed: () => void list.open().then(back),
    help: () => void help(here).then(line.focus),
  }
  listen({ acts, line, picked: find.pickAt, answered: find.answer })

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
      h('section', { id: 'list', 'aria-label': t('results') }, find.elements.list),
      h('section', { id: 'open', 'aria-label': t('card') }, ...find.elements.card),
    ),
    h('aside', { 'aria-label': t('chats') }, chat.panel, chat.queue),
    status,
  )
  draw()
  void chat.look()
  void told.look()
  return [page]
}
