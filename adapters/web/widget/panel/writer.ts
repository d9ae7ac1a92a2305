import { maskIdentifiers } from '../../../../src/core/identifiers.ts'
import { fill, h, icon, type Part } from '../dom.ts'
import { typing } from './conversation.ts'
import { button, keep, kept, plain, scene, tell } from './scene.ts'
import { suggestionsFor } from './suggestions.ts'

export type Writer = {
  node: HTMLElement
  field: HTMLTextAreaElement
  /** Puts back what was not accepted. */
  restore(): void
}

const longest = 2000
const plane = 'M4 12 20 4l-5 16-4-7zM11 13l9-9'

/** Where the citizen writes: a labelled field, one press from sending and two from a person. */
export const writer = (say: (text: string) => void, human: () => void): Writer => {
  const field = h('textarea', {
    id: 'question',
    rows: 1,
    maxlength: longest,
    enterkeyhint: 'send',
    autocomplete: 'off',
    'aria-autocomplete': 'list',
    'aria-controls': 'suggestions',
    'aria-describedby': 'error left hint',
    dir: 'auto',
  })
  const error = h('div.error', { id: 'error', role: 'alert' })
  const left = h('p.hint', { id: 'left' })

  const send = (text: string): void => {
    suggestions.close()
    const { text: masked, found } = maskIdentifiers(text, scene.config.numbers)
    const takeOut = (): void => {
      write(masked)
      field.focus()
    }
    if (!text.trim()) complain(tell('empty'))
    else if (found.size) {
      // The same rules as the server's: what it would mask is better not sent.
      const kinds = [...found].map((kind) => plain(kind)).join(', ')
      complain(tell('personal', { kinds }), ' ', button('', takeOut, tell('mask')))
    } else {
      write('')
      say(text.trim())
    }
    field.focus()
  }

  const complain = (...parts: Part[]): void => {
    fill(error, parts)
    field.ariaInvalid = `${parts.length > 0}`
  }

  const write = (text: string): void => {
    field.value = text
    changed()
  }

  const changed = (): void => {
    const rest = longest - field.value.length
    fill(left, rest <= longest / 5 && tell('left', { left: rest }))
    keep({ draft: field.value })
    complain()
    // As high as its text, as far as the style allows.
    field.style.height = 'auto'
    field.style.height = `${field.scrollHeight + 4}px`
  }

  const suggestions = suggestionsFor(field, send)
  field.addEventListener('input', () => {
    changed()
    typing()
    if (!maskIdentifiers(field.value, scene.config.numbers).found.size) suggestions.look()
  })
  field.addEventListener('keydown', (event) => {
    if (event.isComposing || suggestions.key(event) || event.key !== 'Enter' || event.shiftKey) return
    event.preventDefault()
    send(field.value)
  })

  const submit = (event: Event): void => {
    event.preventDefault()
    send(field.value)
  }
  const node = h(
    'form.writer',
    { submit },
    suggestions.node,
    h('label', { for: field.id }, tell('label')),
    error,
    h('div.field', field, h('button.send', icon(plane), h('span', tell('send')))),
    left,
    button('human', human, tell('human')),
    h('p.hint', { id: 'hint' }, tell('noPersonalData')),
  )
  const restore = (): void => {
    field.value ||= kept().draft ?? ''
  }
  restore()
  return { node, field, restore }
}
