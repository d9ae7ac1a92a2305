import type { Lang } from '../config.ts'
import { fill, h } from './dom.ts'
import { log } from './log.ts'
import { menu } from './menu.ts'
import { button, chosen, keep, list, plain, scene, tell } from './scene.ts'
import { status } from './status.ts'

/**
 * What holds the conversation: a dialog beside the page, which stays usable; on a phone it covers the page, which is
 * then inert; on a page of ours it simply stands there.
 */

const small = matchMedia('(max-width: 480px)')
const dialog = h('dialog.panel', {
  part: 'panel',
  'aria-labelledby': 'title',
  cancel: (event: Event) => event.preventDefault(),
})
const section = h('section.panel page')

export const show = (byHand: boolean): void => {
  if (scene.onPage || dialog.open) return
  keep({ open: true })
  if (small.matches) dialog.showModal()
  // `show()` would move focus, and who did not ask for it keeps it.
  else if (byHand) dialog.show()
  else dialog.open = true
}

export const hide = (): void => {
  if (!dialog.open) return
  const hadFocus = dialog.matches(':focus-within')
  keep({ open: false })
  dialog.close()
  scene.closed(hadFocus)
}

/** Turned, or enlarged to 400 %: the other way of being open, with focus where it was. */
const turn = (): void => {
  if (!dialog.open) return
  const focused = scene.root.activeElement as HTMLElement | null
  dialog.close()
  show(false)
  focused?.focus()
}

/** Also from the page: the panel may cover what has focus there (WCAG 2.4.11). */
const leave = ({ key, defaultPrevented }: KeyboardEvent): void => {
  if (key !== 'Escape' || defaultPrevented) return
  const options = dialog.querySelector('details')
  if (options?.matches('[open]:focus-within')) {
    options.open = false
    options.querySelector('summary')?.focus()
  } else hide()
}

/** What a phone shows above its keyboard. */
const adjust = (): void => {
  const { height, offsetTop } = visualViewport as VisualViewport
  dialog.style.cssText = `--seen:${height}px;--from:${offsetTop}px`
}

export const listenTo = (signal: AbortSignal): HTMLElement => {
  const until = { signal }
  small.addEventListener('change', turn, until)
  document.addEventListener('keydown', leave, until)
  for (const change of ['resize', 'scroll']) visualViewport?.addEventListener(change, adjust, until)
  adjust()
  return scene.onPage ? section : dialog
}

export const draw = (writer: HTMLElement, withDesk: boolean, change: (lang: Lang) => void): void => {
  const { onPage, config } = scene
  fill(
    onPage ? section : dialog,
    h(
      'div.top',
      { part: 'header' },
      // A page of ours has its own title, notice and choice of language.
      onPage
        ? h('h2.hidden', tell('conversation'))
        : [
            h('h2', { id: 'title', tabindex: -1 }, tell('title')),
            button('close', hide, { 'aria-label': plain('close') }, '✕'),
            h('p.notice', tell(withDesk ? 'joined' : 'automated')),
          ],
      h(
        'div.bar',
        // Always in sight: each language under its own name.
        !onPage &&
          list('ul.languages', config.languages, ({ lang, name }) =>
            button('', () => change(lang), { id: lang, lang, 'aria-current': lang === chosen() && 'true' }, name),
          ),
        menu(),
      ),
    ),
    log,
    writer,
    status,
  )
}
