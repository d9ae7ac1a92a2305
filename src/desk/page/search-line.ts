import type { WrittenLanguage } from '../../core/language.ts'
import type { Contact } from './contacts.ts'
import { h } from './dom.ts'
import type { Here } from './here.ts'

type Heard = {
  typed: (query: string) => void
  moved: (by: 1 | -1) => void
  chosen: () => void
  placed: (place: string) => void
  spoken: (lang: WrittenLanguage) => void
}

/** The line that an agent types in, which always gets the focus back, with what is known of the caller beside it. */
export function searchLine(here: Here, heard: Heard) {
  const { t, desk, city } = here
  const { official, courtesy } = desk.world.catalogue.cities[city]?.languages ?? { official: ['nl'], courtesy: [] }
  const languages = [...new Set([...official, ...courtesy])] as WrittenLanguage[]

  const input = h('input', {
    id: 'query',
    type: 'text',
    role: 'combobox',
    'aria-expanded': 'false',
    'aria-controls': 'results',
    'aria-autocomplete': 'list',
    autocomplete: 'off',
    autocapitalize: 'none',
    spellcheck: 'false',
    maxlength: 200,
    input: () => heard.typed(input.value),
    keydown: (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.isComposing) return
      const by = { ArrowDown: 1, ArrowUp: -1 }[event.key] as 1 | -1 | undefined
      if (by) heard.moved(by)
      else if (event.key === 'Enter') heard.chosen()
      else return
      event.preventDefault()
    },
  })
  const place = h('input', {
    id: 'place',
    type: 'text',
    autocomplete: 'off',
    maxlength: 80,
    input: () => heard.placed(place.value),
  })
  const lang = h(
    'select',
    { id: 'caller-lang', change: () => heard.spoken(lang.value as WrittenLanguage) },
    languages.map((one) => h('option', { value: one }, t(`language.${one}`))),
  )
  const found = h('p', { id: 'place-found', class: 'hint', 'aria-live': 'polite' })
  const element = h(
    'form',
    { id: 'line', role: 'search', submit: (event: Event) => event.preventDefault() },
    h('p', { class: 'wide' }, h('label', { for: 'query' }, t('search')), input),
    h('p', {}, h('label', { for: 'place' }, t('place')), place, found),
    h('p', {}, h('label', { for: 'caller-lang' }, t('callerLanguage')), lang),
  )

  return {
    element,
    focus: () => input.focus(),
    has: (target: EventTarget | null) => target === input,
    isEmpty: () => input.value === '',
    /** Shows what another call had. */
    show(contact: Contact) {
      if (input.value !== contact.query) input.value = contact.query
      if (place.value !== contact.place) place.value = contact.place
      lang.value = contact.lang
    },
    /** Which result is open, for who hears the list instead of seeing it. */
    point(at: number, expanded: boolean) {
      input.setAttribute('aria-expanded', String(expanded))
      if (at >= 0) input.setAttribute('aria-activedescendant', `result-${at + 1}`)
      else input.removeAttribute('aria-activedescendant')
    },
    located(names: string[]) {
      found.textContent = names.join(', ')
    },
  }
}
