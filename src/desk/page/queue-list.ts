import type { Waiting } from '../office/queue.ts'
import { fill, h, type Part } from './dom.ts'
import type { Here } from './here.ts'
import { keyOf, shown } from './keys.ts'

/** Who waits for a person, the longest first, and for how long. Words of a citizen stand only in a chat that was taken. */
export function queueList(here: Here, take: (waiting: Waiting) => void) {
  const { t } = here
  const title = h('h2', { id: 'queue-title' })
  const list = h('ol', { class: 'queue', 'aria-labelledby': 'queue-title' })
  const hint = h('p', { class: 'hint' })
  const element = h('section', { 'aria-labelledby': 'queue-title' }, title, hint, list)
  let all: Waiting[] = []

  function draw(): void {
    const free = all.filter(({ agent }) => agent === null)
    title.textContent = t('queue', { count: String(free.length) })
    hint.textContent = free.length > 0 ? t('queue.take', { key: shown(keyOf('take')) }) : t('queue.empty')
    fill(list, free.map(item))
  }

  const item = (waiting: Waiting): Part => {
    const { adapter, lang, since, crisis, undelivered } = waiting
    return h(
      'li',
      { class: crisis ? 'crisis' : null },
      h(
        'button',
        { type: 'button', click: () => take(waiting) },
        crisis && h('strong', {}, `${t('crisis')} `),
        `${t(`adapter.${adapter}`)} · ${t(`language.${lang}`)} · ${waited(since)}`,
        undelivered && ` · ${t('undelivered')}`,
      ),
    )
  }

  const waited = (since: string): string => {
    const minutes = Math.max(0, Math.floor((Date.now() - Date.parse(since)) / 60_000))
    return minutes === 0 ? t('waits.now') : t('waits', { minutes: String(minutes) })
  }

  setInterval(draw, 20_000)
  return {
    element,
    show(waiting: Waiting[]) {
      all = waiting
      draw()
    },
    first: (): Waiting | undefined => all.find(({ agent }) => agent === null),
    all: () => all,
  }
}
