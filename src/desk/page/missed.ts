import { dateIn } from '../../core/in-words.ts'
import { titleOf } from '../card/card.ts'
import { csvOf } from '../missed/csv.ts'
import { type Group, groupsOf } from '../missed/groups.ts'
import { type Status, statuses } from '../missed/status.ts'
import type { Unanswered } from '../office/missed.ts'
import { announce } from './announce.ts'
import { ask } from './dialogs.ts'
import { fill, h, type Part } from './dom.ts'
import type { Here } from './here.ts'
import { propose } from './propose.ts'
import type { Server } from './server.ts'

type Parts = { server: Server; me: { name: string | null; subject: string }; mayEdit: boolean }

/** What had no good answer, by likeness: for everybody to see, for leads and editors to take up. */
export function missedList(here: Here, { server, me, mayEdit }: Parts) {
  const { t, desk, city, lang } = here
  const body = h('tbody', {})
  const hint = h('p', { class: 'hint', role: 'status' })
  const only = h(
    'select',
    { id: 'missed-status', change: () => draw() },
    ['', ...statuses].map((status) => h('option', { value: status }, t(`missed.status.${status || 'all'}`))),
  )
  let all: Unanswered[] = []

  const terms = (text: string): string[] => desk.world.search.analyse(text).terms
  const groups = (): Group[] => groupsOf(all, terms).filter(({ status }) => only.value === '' || status === only.value)

  function draw(): void {
    const shown = groups()
    hint.textContent = t('missed.count', { count: String(all.length), groups: String(shown.length) })
    fill(body, shown.map(row))
  }

  async function look(): Promise<void> {
    const answer = await server.unanswered()
    if (answer.ok) all = answer.value
    draw()
    if (!answer.ok) hint.textContent = t('offline.list')
  }

  function row(group: Group): Part {
    const { text, entries, latest, owner } = group
    const pages = [...new Set(entries.flatMap(({ service }) => service ?? []))]
    const notes = [...new Set(entries.flatMap(({ note }) => note ?? []))]
    const channels = [...new Set(entries.map(({ channel }) => t(`missed.channel.${channel}`)))]
    return h(
      'tr',
      {},
      h('td', { class: 'count' }, String(entries.length)),
      h(
        'th',
        { scope: 'row' },
        h('span', { lang: entries[0]?.lang }, text),
        pages.map((page) => h('p', { class: 'hint' }, t('missed.page', { page: titleOf(page, lang, desk) }))),
        notes.slice(0, 3).map((note) => h('p', { class: 'hint' }, `“${note}”`)),
      ),
      h('td', {}, channels.join(', ')),
      h('td', {}, dateIn(lang, latest.slice(0, 10)) ?? ''),
      h('td', {}, state(group), owner && h('p', { class: 'hint' }, owner)),
      mayEdit && h('td', {}, proposing(group)),
    )
  }

  function state(group: Group): Part {
    if (!mayEdit) return t(`missed.status.${group.status}`)
    const select = h(
      'select',
      { 'aria-label': t('missed.state', { text: group.text }), change: () => void set(group, select.value as Status) },
      statuses.map((status) =>
        h('option', { value: status, selected: status === group.status }, t(`missed.status.${status}`)),
      ),
    )
    return select
  }

  const proposing = (group: Group): Part =>
    h('button', { type: 'button', click: () => void suggest(group) }, t('missed.propose'))

  async function set(group: Group, status: Status, proposal: Unanswered['proposal'] = null): Promise<void> {
    const ids = group.entries.map(({ id }) => id)
    const owner = status === 'open' ? null : (me.name ?? me.subject)
    const answer = await server.mark({ ids, status, owner, proposal })
    announce(t(answer.ok ? 'logged' : 'failed.act'))
    await look()
  }

  async function suggest(group: Group): Promise<void> {
    const made = await propose(here, group)
    if (made) await set(group, 'proposed', made)
  }

  function download(): void {
    const address = URL.createObjectURL(new Blob([csvOf(city, groups())], { type: 'text/csv' }))
    h('a', { href: address, download: `vragen-${city}.csv` }).click()
    setTimeout(() => URL.revokeObjectURL(address), 1000)
  }

  const heads = ['count', 'text', 'channels', 'latest', 'status', ...(mayEdit ? ['proposal'] : [])]
  const table = h(
    'table',
    { class: 'missed' },
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        heads.map((name) => h('th', { scope: 'col' }, t(`missed.${name}.head`))),
      ),
    ),
    body,
  )

  return {
    async open(): Promise<void> {
      void look()
      await ask(
        t('missed'),
        { yes: t('close'), no: '' },
        h(
          'div',
          { class: 'missed-tools' },
          h('p', {}, h('label', { for: only.id }, t('missed.only')), only),
          h('button', { type: 'button', click: download }, t('missed.csv')),
          h('a', { href: server.proposalsAt, download: '' }, t('missed.yaml')),
        ),
        hint,
        h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': t('missed') }, table),
      )
    },
  }
}
