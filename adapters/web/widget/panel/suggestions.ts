import { fill, h } from '../dom.ts'
import { type Suggestion, suggest } from './conversation.ts'
import { plain } from './scene.ts'
import { announce } from './status.ts'

export type Suggestions = {
  node: HTMLElement
  /** Looks for what begins like what stands in the field, a moment after the last key. */
  look(): void
  close(): void
  /** True when the key was for the list. */
  key(event: KeyboardEvent): boolean
}

const pause = 150
const shortest = 2

/**
 * Suggestions above the field, by the keyboard pattern of a combobox with a list. ARIA has no combobox of several
 * lines, so the field stays a text field with `aria-autocomplete`, and the status tells how many there are.
 */
export const suggestionsFor = (field: HTMLTextAreaElement, choose: (text: string) => void): Suggestions => {
  const list = h('ul.suggestions', { id: 'suggestions', role: 'listbox', 'aria-label': plain('suggestions') })
  let timer: ReturnType<typeof setTimeout> | undefined
  let looking = new AbortController()
  let active = -1

  const show = (found: Suggestion[]): void => {
    fill(
      list,
      found.map(({ label, text }, at) =>
        // The pointer does not take the focus out of the field.
        h(
          'li',
          {
            id: `s${at}`,
            role: 'option',
            mousedown: (event: Event) => event.preventDefault(),
            click: () => choose(text),
          },
          label,
        ),
      ),
    )
    list.hidden = !found[0]
    mark(-1)
    if (found[0]) announce(plain('suggested', { count: found.length }))
  }

  const mark = (at: number): void => {
    active = at
    for (const option of list.children) option.ariaSelected = `${option.id === `s${at}`}`
    if (at < 0) field.removeAttribute('aria-activedescendant')
    else field.setAttribute('aria-activedescendant', `s${at}`)
  }

  const close = (): void => {
    clearTimeout(timer)
    looking.abort()
    show([])
  }

  const look = (): void => {
    close()
    const text = field.value.trim()
    if (text.length < shortest) return
    timer = setTimeout(async () => {
      looking = new AbortController()
      const { signal } = looking
      const found = await suggest(text, signal)
      if (!signal.aborted) show(found)
    }, pause)
  }

  const key = (event: KeyboardEvent): boolean => {
    const count = list.children.length
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!count) return false
    if (step) mark((Math.max(active, step < 0 ? 0 : -1) + step + count) % count)
    else if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && active >= 0) (list.children[active] as HTMLElement).click()
    else return false
    event.preventDefault()
    return true
  }

  field.addEventListener('blur', close)
  show([])
  return { node: list, look, close, key }
}
