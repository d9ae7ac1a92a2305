import { fill, h } from './dom.ts'
import type { Here } from './here.ts'
import { flush, outboxEvent, stuck } from './outbox.ts'
import { type Me, me } from './server.ts'
import { forget } from './stay.ts'

/** How long before its end a sign-in is said to be ending. */
const warnMs = 5 * 60_000
const every = 15_000

/**
 * What a colleague must know of the line to the server: that it is away, that entries wait, that the sign-in is about to
 * end or over. Sends what waits as soon as it can.
 */
export function session(here: Here, known: Me) {
  const { t } = here
  const element = h('div', { id: 'banner', role: 'status' })
  let until = known.expires * 1000
  let state: 'here' | 'offline' | 'over' = 'here'

  function draw(): void {
    const left = until - Date.now()
    const minutes = String(Math.max(1, Math.round(left / 60_000)))
    const count = stuck()
    fill(
      element,
      state === 'offline' && h('p', { class: 'flag' }, t('offline')),
      (state === 'over' || left <= 0) && h('p', { class: 'flag' }, t('session.over'), ' ', again()),
      state !== 'over' &&
        left > 0 &&
        left < warnMs &&
        h('p', { class: 'flag' }, t('session.ends', { minutes }), ' ', again()),
      count > 0 && h('p', {}, t('outbox', { count: String(count) })),
    )
  }

  /** Signing in again is the issuer's: the page is only asked for anew, with all that stands on it. */
  const again = (): HTMLElement => h('button', { type: 'button', click: () => location.reload() }, t('session.again'))

  async function look(): Promise<void> {
    const answer = await me()
    if (answer.ok) {
      until = answer.value.expires * 1000
      state = 'here'
      await flush()
    } else if (answer.status === 'offline') state = 'offline'
    else if (answer.status === 401 || answer.status === 403) {
      state = 'over'
      await forget()
    }
    if (Date.now() >= until) await forget()
    draw()
  }

  setInterval(() => void look(), every)
  addEventListener(outboxEvent, draw)
  addEventListener('online', () => void look())
  addEventListener('offline', () => void look())
  draw()
  void look()
  return { element, draw }
}
