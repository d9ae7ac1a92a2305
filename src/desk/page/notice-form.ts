import { momentOf, wallClock } from '../../core/hours/wall-clock.ts'
import { inLanguage, type WrittenLanguage } from '../../core/language.ts'
import type { Notice } from '../../core/notice.ts'
import { type Preview, previewOf } from '../notices/preview.ts'
import { type Named, scopesOf } from '../notices/scope.ts'
import { fill, h, type Part } from './dom.ts'
import type { Here } from './here.ts'

const kinds = ['services', 'locations', 'districts'] as const

/** The fields of a notice, with what it will change as it is filled in. `about`: the page that is open. */
export function noticeForm(here: Here, given: Notice) {
  const { t, desk, city, lang } = here
  const spoken = desk.world.catalogue.cities[city]?.languages
  const official: WrittenLanguage[] = spoken?.official ?? ['nl']
  const languages = [...new Set([...official, ...(spoken?.courtesy ?? [])])]
  const scopes = scopesOf(desk.world.catalogue, city)
  const preview = h('div', { class: 'preview', role: 'status' })
  const texts = languages.map((one) => ({
    one,
    input: h('textarea', {
      id: `text-${one}`,
      lang: one,
      rows: 2,
      maxlength: 300,
      required: official.includes(one),
      autofocus: one === languages[0],
    }),
  }))
  for (const { one, input } of texts) input.value = given.text[one] ?? ''
  const from = moment('from', given.from)
  const until = moment('until', given.until)
  const choices = kinds.map((kind) => ({ kind, select: choice(kind, scopes[kind], given[kind]) }))
  const closes = h('input', { type: 'checkbox', id: 'notice-closes', checked: given.closes })

  function moment(name: string, value: string): HTMLInputElement {
    const { day, time } = wallClock(Date.parse(value))
    return h('input', { type: 'datetime-local', id: `notice-${name}`, value: `${day}T${time}`, required: true })
  }

  function choice(kind: string, all: Named[], chosen: string[]): HTMLSelectElement {
    const options = all.map(({ id, name }) =>
      h('option', { value: id, selected: chosen.includes(id) }, inLanguage(name, lang)),
    )
    return h('select', { id: `notice-${kind}`, multiple: true, size: 5 }, options)
  }

  /** What stands in the fields. */
  function read(): Notice {
    const written = texts.flatMap(({ one, input }) => (input.value.trim() ? [[one, input.value.trim()]] : []))
    return {
      ...given,
      from: isoFrom(from.value, given.from),
      until: isoFrom(until.value, given.until),
      text: { nl: '', ...Object.fromEntries(written) },
      ...(Object.fromEntries(
        choices.map(({ kind, select }) => [kind, [...select.selectedOptions].map(({ value }) => value)]),
      ) as Pick<Notice, (typeof kinds)[number]>),
      closes: closes.checked,
    }
  }

  function draw(): void {
    const notice = read()
    until.setCustomValidity(Date.parse(notice.until) > Date.parse(notice.from) ? '' : t('notice.endsFirst'))
    fill(preview, shownPreview(here, previewOf(notice, city, desk.world, here.now())))
  }

  const labelled = (id: string, label: string, input: HTMLElement): Part =>
    h('p', {}, h('label', { for: id }, label), input)
  const element = h(
    'div',
    { class: 'notice-form', input: draw, change: draw },
    texts.map(({ one, input }) => labelled(input.id, t('notice.text', { language: t(`language.${one}`) }), input)),
    h(
      'div',
      { class: 'pair' },
      labelled(from.id, t('notice.from'), from),
      labelled(until.id, t('notice.until'), until),
    ),
    h('p', { class: 'hint' }, t('notice.scope')),
    h(
      'div',
      { class: 'trio' },
      choices.map(({ kind, select }) => labelled(select.id, t(`notice.${kind}`), select)),
    ),
    h('p', { class: 'check' }, closes, h('label', { for: closes.id }, t('notice.closes'))),
    preview,
  )
  draw()
  return { element, read }
}

/** What is written in a field for a moment, by the clock on the wall; an unreadable one leaves what was there. */
function isoFrom(written: string, otherwise: string): string {
  const [day, time] = written.split('T')
  return day && time ? new Date(momentOf(day, time.slice(0, 5))).toISOString() : otherwise
}

/** Pages that are named before it only says how many more there are. */
const mostNamed = 6

function shownPreview({ t, desk, city, lang }: Here, { pages, said }: Preview): Part[] {
  const { services = {}, organisations = {} } = desk.world.catalogue.cities[city] ?? {}
  const names = pages.slice(0, mostNamed).map((page) => {
    const found = services[page] ?? organisations[page.replace('organisation:', '')]
    return found ? inLanguage(found.name, lang) : page
  })
  const more = pages.length - names.length
  return [
    h('h3', {}, t('notice.touches', { count: String(pages.length) })),
    h('p', {}, [names.join(', '), more > 0 ? ` ${t('notice.more', { count: String(more) })}` : '']),
    said.map(({ lang: one, text }) => h('p', { class: 'notice', lang: one }, text)),
  ]
}
