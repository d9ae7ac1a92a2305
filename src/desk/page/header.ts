import { inLanguage } from '../../core/language.ts'
import { h } from './dom.ts'
import type { Here } from './here.ts'
import { type Command, keyOf, shown } from './keys.ts'
import type { Me } from './server.ts'

type Parts = { name: string; me: Me; cities: string[]; acts: Partial<Record<Command, () => void>> }

/** Which city, which language, who, and the list of keys. */
export function header(here: Here, { name, me, cities, acts }: Parts): HTMLElement {
  const { t, city, lang, desk } = here
  const { official, courtesy } = desk.world.catalogue.cities[city]?.languages ?? { official: ['nl'], courtesy: [] }
  const again = (kept: string, value: string): void => {
    localStorage.setItem(kept, value)
    location.reload()
  }
  const choice = (kept: string, label: string, now: string, values: [string, string][]): HTMLElement => {
    const select = h(
      'select',
      { id: kept, change: () => again(kept, select.value) },
      values.map(([value, text]) => h('option', { value, selected: value === now }, text)),
    )
    return h('p', {}, h('label', { for: kept }, label), select)
  }
  const nameOf = (slug: string): string =>
    inLanguage(me.cities.find((one) => one.city === slug)?.title ?? { nl: slug }, lang)
  return h(
    'header',
    {},
    h('p', { class: 'brand' }, `${t('title')}: ${name}`),
    cities.length > 1 &&
      choice(
        'desk.city',
        t('city'),
        city,
        cities.map((slug) => [slug, nameOf(slug)]),
      ),
    choice(
      'desk.lang',
      t('language'),
      lang,
      [...new Set([...official, ...courtesy])].map((one) => [one, t(`language.${one}`)]),
    ),
    me.name && h('p', { class: 'who' }, me.name),
    (['missed', 'notices'] as const).map((name) =>
      h('button', { type: 'button', click: () => acts[name]?.() }, `${t(name)} (${shown(keyOf(name))})`),
    ),
    h('button', { type: 'button', click: () => acts.help?.() }, `${t('keys')} (?)`),
  )
}
