import type { Lang } from '../config.ts'
import { fill, h, icon, type Part } from '../dom.ts'
import { menu } from './menu.ts'
import { button, chosen, keep, plain, scene, lang as shownIn, tell } from './scene.ts'
import { status } from './status.ts'

export type Frame = {
  node: HTMLElement
  draw(log: HTMLElement, writer: HTMLElement, withDesk: boolean): void
  show(byHand: boolean): void
  hide(): void
}

const cross = 'M5 5l14 14M19 5 5 19'

/**
 * What holds the conversation: a dialog beside the page, which stays usable; on a phone it covers the page, which is
 * then inert; on a page of ours it simply stands there.
 */
export const frameOf = (change: (lang: Lang) => void, signal: AbortSignal): Frame => {
  const { onPage, closed } = scene
  const dialog = h('dialog.panel', { part: 'panel', 'aria-labelledby': 'title' })
  const node: HTMLElement = onPage ? h('section.panel.page', { 'aria-labelledby': 'title' }) : dialog
  const small = matchMedia('(max-width: 480px)')

  const show = (byHand: boolean): void => {
    if (onPage || dialog.open) return
    keep({ open: true })
    if (small.matches) dialog.showModal()
    // `show()` would move focus, and who did not ask for it keeps it.
    else if (byHand) dialog.show()
    else dialog.open = true
  }

  const hide = (): void => {
    if (!dialog.open) return
    const hadFocus = dialog.matches(':focus-within')
    keep({ open: false })
    dialog.close()
    closed(hadFocus)
  }

  const events = { signal }
  // Turned, or enlarged to 400 %: the other way of being open, with focus where it was.
  small.addEventListener(
    'change',
    () => {
      if (!dialog.open) return
      const focused = scene.root.activeElement
      dialog.close()
      show(false)
      if (focused instanceof HTMLElement) focused.focus()
    },
    events,
  )
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault()
    hide()
  })
  // Also from the page: the panel may cover what has focus there (WCAG 2.4.11).
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      const options = node.querySelector('details')
      if (options?.open && options.matches(':focus-within')) {
        options.open = false
        options.querySelector('summary')?.focus()
      } else hide()
    },
    events,
  )
  // What a phone shows above its keyboard.
  const view = visualViewport
  const adjust = (): void => {
    node.style.setProperty('--seen', `${view?.height}px`)
    node.style.setProperty('--from', `${view?.offsetTop}px`)
  }
  for (const name of ['resize', 'scroll']) view?.addEventListener(name, adjust, events)
  adjust()

  const draw = (log: HTMLElement, writer: HTMLElement, withDesk: boolean): void =>
    fill(
      node,
      h(
        'header',
        { part: 'header' },
        h('h2', { id: 'title', tabindex: -1 }, tell('title')),
        !onPage && button('close', hide, { 'aria-label': plain('close') }, icon(cross)),
        h('p.notice', tell(withDesk ? 'joined' : 'automated')),
        h('div.bar', !onPage && languages(change), menu()),
      ),
      log,
      writer,
      status,
    )
  return { node, draw, show, hide }
}

/** Always in sight: each language under its own name. */
const languages = (change: (lang: Lang) => void): Part =>
  h(
    'ul.languages',
    { 'aria-label': plain('language') },
    scene.config.languages.map(({ lang, name }) =>
      h(
        'li',
        button(
          '',
          () => change(lang),
          { id: lang, lang, 'aria-current': chosen() && lang === shownIn() && 'true' },
          name,
        ),
      ),
    ),
  )
