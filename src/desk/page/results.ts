import type { PublicService } from '../../core/catalogue.ts'
import { inLanguage } from '../../core/language.ts'
import { placeServing } from '../../dialogue/hours/place-now.ts'
import { findService, kindOf } from '../../dialogue/targets.ts'
import { type For, titleOf } from '../card/card.ts'
import type { DeskHit } from '../search/rank.ts'
import { fill, h } from './dom.ts'
import type { Here } from './here.ts'
import { keyOf, shown } from './keys.ts'

export const mostResults = 8
/** What fits so much worse than the first is no result. */
const least = 0.06

/** The hits worth showing, best first. */
export const worthShowing = (hits: DeskHit[]): DeskHit[] =>
  hits.filter(({ score }) => score >= least * (hits[0]?.score ?? 0)).slice(0, mostResults)

/** The list of results: a number to pick it by, its name, whose it is, and the ways in that it has. */
export function resultList(here: Here, pick: (target: string) => void) {
  const list = h('ul', { id: 'results', role: 'listbox', 'aria-label': here.t('results') })

  let drawn = ''

  /** What stands there already is not drawn again: most letters change nothing. */
  function show(hits: DeskHit[], picked: string | null, caller: For): void {
    const next = JSON.stringify([hits.map(({ target }) => target), picked, caller.lang, caller.places])
    if (next === drawn) return
    drawn = next
    // A listbox without options is one that assistive technology may not announce.
    list.hidden = hits.length === 0
    fill(
      list,
      hits.map(({ target }, at) => item(target, at, target === picked, caller)),
    )
  }

  function item(target: string, at: number, isPicked: boolean, caller: For): HTMLElement {
    const { title, hint, district } = summary(target, caller)
    return h(
      'li',
      {
        id: `result-${at + 1}`,
        role: 'option',
        'aria-selected': isPicked ? 'true' : 'false',
        click: () => pick(target),
      },
      h('kbd', { 'aria-hidden': 'true', title: shown(keyOf(`pick${at + 1}` as 'pick1')) }, String(at + 1)),
      h('span', { class: 'name', lang: caller.lang }, title),
      h('span', { class: 'hint' }, [hint, district].filter(Boolean).join(' · ')),
    )
  }

  function summary(target: string, caller: For): { title: string; hint: string; district: string } {
    const { catalogue } = here.desk.world
    const kind = kindOf(target)
    const service = kind === 'service' ? findService(catalogue, target) : undefined
    if (!service) return { title: titleOf(target, caller.lang, here.desk), hint: here.t(`kind.${kind}`), district: '' }
    const types = [...new Set(service.channels.map(({ type }) => type))]
    const ways = types.map((type) => here.t(`way.${type}`)).join(', ')
    return { title: inLanguage(service.name, caller.lang), hint: ways, district: districtOf(service, caller) }
  }

  /** Whose counter it is, of a page with one for each neighbourhood; the caller's own once they said where they live. */
  function districtOf({ channels }: PublicService, { places, lang }: For): string {
    const lists = channels.flatMap(({ location }) => (location?.members ? [location.members] : []))
    const [members] = lists
    if (!members) return ''
    const own = placeServing(members, places)?.location
    return own ? (own.area ?? inLanguage(own.name, lang)) : here.t('byDistrict')
  }

  return { element: list, show }
}
