import type { WrittenLanguage } from '../../core/language.ts'

/** A call or a chat that a colleague has in hands, with all that they typed in it. */
export type Contact = {
  id: string
  /** Name of the conversation's object; null for a call. */
  conversation: string | null
  lang: WrittenLanguage
  query: string
  /** Where the caller lives, as typed. */
  place: string
  /** The card that was picked; null: the first of the list. */
  picked: string | null
  /** Reply that was not sent yet. */
  draft: string
  startedAt: number
}

export type Contacts = {
  all: () => readonly Contact[]
  current: () => Contact
  change: (changes: Partial<Contact>) => void
  /** A new one beside the others, which becomes the current one. */
  add: (given: Partial<Contact>) => void
  /** To the next (1) or the one before (-1). */
  step: (by: 1 | -1) => void
  open: (id: string) => void
  /** Ends the current one. There is always one. */
  end: () => void
}

const place = (city: string): string => `desk.contacts.${city}`

/**
 * Contacts of a city, kept until the tab is closed: a reload loses nothing but what `mask` takes out of what callers said,
 * the next colleague at the machine finds nothing.
 */
export function contactsIn(city: string, lang: WrittenLanguage, mask: (text: string) => string): Contacts {
  const fresh = (given: Partial<Contact> = {}): Contact => ({
    id: crypto.randomUUID(),
    conversation: null,
    lang,
    query: '',
    place: '',
    picked: null,
    draft: '',
    startedAt: Date.now(),
    ...given,
  })
  const kept = sessionStorage.getItem(place(city))
  let { all, at } = kept ? (JSON.parse(kept) as { all: Contact[]; at: number }) : { all: [fresh()], at: 0 }
  const masked = (one: Contact): Contact => ({ ...one, query: mask(one.query), place: mask(one.place) })
  const keep = (): void => sessionStorage.setItem(place(city), JSON.stringify({ all: all.map(masked), at }))
  const current = (): Contact => all[at] as Contact

  return {
    all: () => all,
    current,
    change(changes) {
      all = all.map((one, position) => (position === at ? { ...one, ...changes } : one))
      keep()
    },
    add(given) {
      const known = given.conversation ? all.findIndex(({ conversation }) => conversation === given.conversation) : -1
      if (known < 0) all = [...all, fresh(given)]
      at = known < 0 ? all.length - 1 : known
      keep()
    },
    step(by) {
      at = (at + by + all.length) % all.length
      keep()
    },
    open(id) {
      at = Math.max(
        0,
        all.findIndex((one) => one.id === id),
      )
      keep()
    },
    end() {
      all = all.filter((_, position) => position !== at)
      if (all.length === 0) all = [fresh()]
      at = Math.min(at, all.length - 1)
      keep()
    },
  }
}
