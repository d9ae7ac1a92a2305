import { inLanguage } from '../../core/language.ts'
import { kindOf } from '../../dialogue/targets.ts'
import type { Group } from '../missed/groups.ts'
import { voices } from '../missed/status.ts'
import type { Proposal } from '../office/missed.ts'
import { ask, field } from './dialogs.ts'
import { h } from './dom.ts'
import type { Here } from './here.ts'

/** Asks which page should know a way of asking, and in which voice it stands. Null when it was left. */
export async function propose(here: Here, { text, entries }: Group): Promise<Proposal | null> {
  const { t, desk, city, lang } = here
  const services = Object.values(desk.world.catalogue.cities[city]?.services ?? {})
  const likely = here.rank(text, city).find(({ target }) => kindOf(target) === 'service')?.target
  const fromDesk = entries.some(({ channel }) => channel === 'phone')
  const select = (name: string, options: HTMLOptionElement[]): HTMLElement =>
    h(
      'p',
      {},
      h('label', { for: `field-${name}` }, t(`propose.${name}`)),
      h('select', { id: `field-${name}`, name }, options),
    )
  const pages = services
    .map(({ id, name }) => ({ id, title: inLanguage(name, lang) }))
    .sort((a, b) => a.title.localeCompare(b.title, lang))
    .map(({ id, title }) => h('option', { value: id, selected: id === likely }, title))
  const given = await ask(
    t('propose'),
    { yes: t('propose.yes'), no: t('cancel') },
    field('phrasing', t('propose.phrasing'), text, { required: '', minlength: 2, maxlength: 400, autofocus: '' }),
    select('page', pages),
    select(
      'voice',
      voices.map((voice) =>
        h('option', { value: voice, selected: voice === (fromDesk ? 'balie' : 'gewoon') }, t(`propose.voice.${voice}`)),
      ),
    ),
  )
  if (!given) return null
  return {
    page: String(given.get('page')),
    lang: entries[0]?.lang ?? 'nl',
    voice: String(given.get('voice')) as Proposal['voice'],
    phrasing: String(given.get('phrasing')).trim(),
  }
}
