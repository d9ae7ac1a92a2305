import { maskIdentifiers } from '../../../../src/core/identifiers.ts'
import { say, typing } from './conversation.ts'
import { fill, h, type Part } from './dom.ts'
import { button, keep, kept, plain, scene, tell } from './scene.ts'
import { close, list, look, takesKey } from './suggestions.ts'

/** Where the citizen writes: a labelled field, one press from sending and two from a person. */

const longest = 2000

const masked = (text: string): ReturnType<typeof maskIdentifiers> => {
  const { numbers, forms } = scene.config
  return maskIdentifiers(text, numbers, forms)
}

const send = (text: string): void => {
  close(field)
  const { text: rest, found } = masked(text)
  if (!text.trim()) complain(tell('empty'))
  else if (found.size) {
    // The same rules as the server's: what it would mask is better not sent.
    const kinds = [...found].map((kind) => plain(kind)).join(', ')
    complain(
      tell('personal', { kinds }),
      ' ',
      button('', () => write(rest), tell('mask')),
    )
  } else {
    write('')
    say(text.trim())
  }
  field.focus()
}

const write = (text: string): void => {
  field.value = text
  changed()
  field.focus()
}

const complain = (...parts: Part[]): void => {
  fill(error, parts)
  field.ariaInvalid = `${parts.length > 0}`
}

const changed = (): void => {
  const rest = longest - field.value.length
  fill(left, rest <= longest / 5 && tell('left', { left: rest }))
  keep({ draft: field.value })
  complain()
}

export const field = h('textarea', {
  id: 'question',
  rows: 1,
  maxlength: longest,
  enterkeyhint: 'send',
  autocomplete: 'off',
  'aria-autocomplete': 'list',
  'aria-controls': list.id,
  'aria-describedby': 'error left hint',
  dir: 'auto',
  blur: () => close(field),
  input: () => {
    changed()
    typing()
    if (!masked(field.value).found.size) look(field, send)
  },
  keydown: (event: KeyboardEvent) => {
    if (event.isComposing || takesKey(field, event) || event.key !== 'Enter' || event.shiftKey) return
    event.preventDefault()
    send(field.value)
  },
})
const error = h('div.error', { id: 'error', role: 'alert' })
const left = h('p.hint', { id: 'left' })

/** Puts back what was not sent, or not accepted. */
export const restore = (): void => {
  field.value ||= kept().draft ?? ''
}

export const writer = (human: () => void): HTMLElement =>
  h(
    'form.writer',
    {
      submit: (event: Event) => {
        event.preventDefault()
        send(field.value)
      },
    },
    list,
    h('label', { for: field.id }, tell('label')),
    error,
    h('div.field', field, h('button.send', tell('send'))),
    left,
    button('plain', human, tell('human')),
    h('p.hint', { id: 'hint' }, tell('noPersonalData')),
  )
