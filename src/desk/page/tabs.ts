import type { Contacts } from './contacts.ts'
import { fill, h } from './dom.ts'
import type { Here } from './here.ts'
import { keyOf, shown } from './keys.ts'

/** The calls and chats in hands, and a new one. */
export function tabs(here: Here, contacts: Contacts, heard: { opened: () => void; added: () => void }) {
  const { t } = here
  const list = h('ul', {})
  const element = h(
    'nav',
    { 'aria-label': t('calls') },
    list,
    h('button', { type: 'button', click: heard.added, title: shown(keyOf('newCall')) }, `+ ${t('newCall')}`),
  )

  function show(): void {
    const current = contacts.current()
    fill(
      list,
      contacts.all().map((contact, at) => {
        const { id, conversation, query } = contact
        const name = `${at + 1}. ${t(conversation ? 'chat' : 'call')}${query ? `: ${query.slice(0, 24)}` : ''}`
        const open = (): void => {
          contacts.open(id)
          heard.opened()
        }
        return h(
          'li',
          {},
          h('button', { type: 'button', 'aria-current': id === current.id && 'true', click: open }, name),
        )
      }),
    )
  }

  return { element, show }
}
