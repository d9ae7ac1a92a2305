import { fill, h } from './dom.ts'
import type { Here } from './here.ts'
import { type Command, commands, keyOf, keyPressed, setKey, shown, usualKeys } from './keys.ts'

/** The list of keys. Each can be given another key, or none. */
export function help(here: Here): Promise<void> {
  const { t } = here
  return new Promise((resolve) => {
    const table = h('tbody', {})
    const draw = (): void => fill(table, commands.map(row))
    const row = (command: Command): HTMLElement =>
      h('tr', {}, h('th', { scope: 'row' }, t(`key.${command}`)), h('td', {}, button(command)))

    function button(command: Command): HTMLElement {
      const name = (): string => shown(keyOf(command)) || t('key.off')
      const element = h('button', { type: 'button', 'aria-label': `${t(`key.${command}`)}: ${name()}` }, name())
      element.addEventListener('click', () => {
        element.textContent = t('key.press')
        element.addEventListener('keydown', function take(event) {
          event.preventDefault()
          event.stopPropagation()
          const key = event.code === 'Backspace' ? '' : keyPressed(event)
          const isModifier = /^(Alt|Control|Shift|Meta)/.test(event.key)
          if (isModifier || (key === '' && event.code !== 'Backspace')) return
          element.removeEventListener('keydown', take)
          setKey(command, key)
          draw()
          table.querySelectorAll('button')[commands.indexOf(command)]?.focus()
        })
      })
      return element
    }

    function reset(): void {
      usualKeys()
      draw()
    }

    draw()
    const dialog = h(
      'dialog',
      { 'aria-labelledby': 'dialog-title', class: 'help' },
      h('h2', { id: 'dialog-title' }, t('keys')),
      h('p', {}, t('keys.change')),
      h(
        'table',
        {},
        h(
          'thead',
          { class: 'hidden' },
          h('tr', {}, h('th', { scope: 'col' }, t('keys.what')), h('th', { scope: 'col' }, t('keys.key'))),
        ),
        table,
      ),
      h(
        'form',
        { method: 'dialog', class: 'actions' },
        h('button', { type: 'submit', class: 'primary', autofocus: true }, t('close')),
        h('button', { type: 'button', click: reset }, t('keys.usual')),
      ),
    )
    dialog.addEventListener('close', () => {
      dialog.remove()
      resolve()
    })
    document.body.append(dialog)
    dialog.showModal()
  })
}
