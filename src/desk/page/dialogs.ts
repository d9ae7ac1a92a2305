import { h, type Part } from './dom.ts'

/** One question may stand in front of another: each title has an id of its own. */
let asked = 0

/**
 * A question in front of the page. Enter answers with what is filled in, Escape leaves; the focus goes back where
 * `closed` puts it. Gives what the form held, or null when it was left. Without words there is no second button.
 */
export function ask(title: string, buttons: { yes: string; no: string }, ...fields: Part[]): Promise<FormData | null> {
  return new Promise((resolve) => {
    const id = `dialog-title-${++asked}`
    const form = h(
      'form',
      { method: 'dialog' },
      h('h2', { id }, title),
      fields,
      h(
        'p',
        { class: 'actions' },
        h('button', { value: 'yes', class: 'primary' }, buttons.yes),
        buttons.no !== '' && h('button', { value: 'no', formnovalidate: true }, buttons.no),
      ),
    )
    const dialog = h('dialog', { 'aria-labelledby': id }, form)
    const settle = (): void => {
      const given = dialog.returnValue === 'yes' ? new FormData(form) : null
      dialog.remove()
      bringCaret()
      resolve(given)
    }
    dialog.addEventListener('close', settle)
    document.body.append(dialog)
    dialog.showModal()
    // Enter in a choice of several does not send a form by itself.
    form.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.target instanceof HTMLButtonElement) return
      if (event.target instanceof HTMLAnchorElement) return
      event.preventDefault()
      if (!form.reportValidity()) return
      dialog.close('yes')
      // The event comes later than the focus goes back: a letter typed in between would be taken for the call that ended.
      settle()
    })
  })
}

/**
 * Chromium leaves the caret in a dialog that was typed in and is gone: what was behind it has the focus again, and takes
 * no letter. Setting its selection, even to what it is, brings the caret along.
 */
function bringCaret(): void {
  const { activeElement: at } = document
  const isText = at instanceof HTMLTextAreaElement || (at instanceof HTMLInputElement && at.selectionStart !== null)
  if (isText) at.setSelectionRange(at.selectionStart, at.selectionEnd)
}

/** Whether such a question is open: then keys of the page do nothing. */
export const isAsking = (): boolean => document.querySelector('dialog[open]') !== null

export const field = (
  name: string,
  label: string,
  value: string,
  further: Record<string, string | number> = {},
): Part =>
  h(
    'p',
    {},
    h('label', { for: `field-${name}` }, label),
    h('input', { id: `field-${name}`, name, value, autocomplete: 'off', ...further }),
  )
