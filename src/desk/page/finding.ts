import { takeTurn } from '../../dialogue/turn.ts'
import { findPlaces } from '../../search/places.ts'
import { type Card, cardOf, type For } from '../card/card.ts'
import type { DeskHit } from '../search/rank.ts'
import { announce, announceSoon } from './announce.ts'
import { cardView } from './card-view.ts'
import type { Contacts } from './contacts.ts'
import type { Here } from './here.ts'
import { meantView } from './meant.ts'
import type { Published } from './published.ts'
import { resultList, worthShowing } from './results.ts'
import { searchLine } from './search-line.ts'

/** After this many milliseconds without a key, the words are read as a question; list and card never wait. */
const pause = 100

type Parts = {
  contacts: Contacts
  published: Published
  /** Somebody searched: what names a contact may have changed. */
  searched: () => void
  /** Somebody says that the open card is wrong. */
  wrong: () => void
  /** Somebody wants it as text. */
  copied: () => void
}

/** The line to type in, the list, the card that is open, and what the words may mean besides. */
export function finding(here: Here, { contacts, published, searched, wrong, copied }: Parts) {
  const { t, city } = here
  let hits: DeskHit[] = []
  let card: Card | null = null
  let drawn = ''
  let soon: ReturnType<typeof setTimeout> | undefined

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
  const view = cardView(here, { wrong, copied, open: pick })
  const meant = meantView(here, pick)

  /** Who is helped: their language, and where they live as far as they said. */
  function caller(): For {
    const { lang, place } = contacts.current()
    const found = place ? findPlaces(place, here.desk.world.catalogue.places) : []
    const places = found.flatMap((one) => one.places).filter((one) => one.city === city)
    return { lang, city, at: here.now(), places }
  }

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
    searched()
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

  return {
    line,
    elements: { list: results.element, card: [meant.element, view.element] },
    search,
    show,
    opened,
    card: () => card,
    /** The hit in a place of the list, from 1. */
    pickAt(place: number): void {
      const hit = hits[place - 1]
      if (hit) pick(hit.target)
    },
    /** An answer to the question that is asked, from 1. */
    answer: meant.pick,
  }
}
