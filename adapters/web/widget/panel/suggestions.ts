import { suggest } from './conversation.ts'
import { fill, h } from './dom.ts'
import { plain } from './scene.ts'
import { hear } from './status.ts'

/**
 * Suggestions above the field, by the keyboard pattern of a combobox with a list. ARIA has no combobox of several
 * lines, so the field stays a text field with `aria-autocomplete`, and the status tells how many there are.
 */

const pause = 150
const shortest = 2

export const list = h('ul.suggestions', { id: 'suggestions', role: 'listbox', hidden: true })

let timer: ReturnType<typeof setTimeout> | undefined
let wanted = ''
let active = -1

const mark = (field: HTMLElement, at: number): void => {
  active = at
  for (const option of list.children) option.ariaSelected = `${option.id === `s${at}`}`
  if (at < 0) field.removeAttribute('aria-activedescendant')
  else field.setAttribute('aria-activedescendant', `s${at}`)
}

export const close = (field: HTMLElement): void => {
  clearTimeout(timer)
  wanted = ''
  list.hidden = true
  fill(list)
  mark(field, -1)
}

/** Looks for what begins like what stands in the field, a moment after the last key. Sending never waits for it. */
export const look = (field: HTMLTextAreaElement, choose: (text: string) => void): void => {
  close(field)
  const text = field.value.trim()
  if (text.length < shortest) return
  timer = setTimeout(async () => {
    wanted = text
    const found = await suggest(text)
    if (wanted !== text || !found[0]) return
    fill(
      list,
      { 'aria-label': plain('suggestions') },
      found.map(({ label, text }, at) =>
        // The pointer does not take the focus out of the field.
        h('li', { id: `s${at}`, role: 'option', mousedown: keepFocus, click: () => choose(text) }, label),
      ),
    )
    list.hidden = false
    mark(field, -1)
    hear('suggested', { count: found.length })
  }, pause)
}

const keepFocus = (event: Event): void => event.preventDefault()

/** True when the key was for the list. */
export const takesKey = (field: HTMLElement, event: KeyboardEvent): boolean => {
  const count = list.children.length
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (!count) return false
  if (step) mark(field, (Math.max(active, step < 0 ? 0 : -1) + step + count) % count)
  else if (event.key === 'Escape') close(field)
  else if (event.key === 'Enter' && active >= 0) (list.children[active] as HTMLElement).click()
  else return false
  event.preventDefault()
  return true
}
