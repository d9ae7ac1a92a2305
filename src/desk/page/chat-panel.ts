import type { Message } from '../../core/message.ts'
import { titleOf } from '../card/card.ts'
import { fill, h, type Part } from './dom.ts'
import type { Here } from './here.ts'
import { keyOf, shown } from './keys.ts'
import type { Chat } from './server.ts'

/** Messages that stand above the reply. */
const mostShown = 10
/** How long a citizen may be written to after their last message; WhatsApp's own rule. */
const windowMs = 24 * 3_600_000

type Heard = {
  drafted: (text: string) => void
  typing: () => void
  sent: (text: string) => void
  released: () => void
  transferred: () => void
  closed: () => void
}

/** The chat in hands: what was said, what it is about, and the reply. */
export function chatPanel(here: Here, heard: Heard) {
  const { t } = here
  const summary = h('div', { class: 'summary' })
  const log = h('ol', { class: 'log', 'aria-label': t('messages'), tabindex: '0' })
  const typing = h('p', { class: 'hint', 'aria-live': 'polite' })
  const reply = h('textarea', {
    id: 'reply',
    rows: 3,
    maxlength: 2000,
    input: () => {
      heard.drafted(reply.value)
      heard.typing()
    },
    keydown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
      event.preventDefault()
      if (reply.value.trim()) heard.sent(reply.value.trim())
    },
  })
  const insert = (text: string): void => {
    reply.value = [reply.value.trim(), text].filter(Boolean).join('\n')
    heard.drafted(reply.value)
    reply.focus()
  }
  const ready = h('p', { class: 'canned' })
  const element = h(
    'section',
    { id: 'chat', 'aria-labelledby': 'chat-title', hidden: true },
    h('h2', { id: 'chat-title' }, t('chat')),
    summary,
    log,
    typing,
    h('label', { for: 'reply' }, `${t('reply')} (${shown(keyOf('reply'))})`),
    reply,
    ready,
    h(
      'p',
      { class: 'actions' },
      h(
        'button',
        { type: 'button', class: 'primary', click: () => reply.value.trim() && heard.sent(reply.value.trim()) },
        t('send'),
      ),
      h('button', { type: 'button', click: heard.released }, t('release')),
      h('button', { type: 'button', click: heard.transferred }, t('transfer')),
      h('button', { type: 'button', click: heard.closed }, t('chat.close')),
    ),
  )

  function show(chat: Chat | null, draft: string): void {
    element.hidden = chat === null
    if (!chat) return
    if (reply.value !== draft) reply.value = draft
    fill(summary, ...summaryOf(chat))
    fill(log, chat.messages.slice(-mostShown).map(line))
    log.scrollTop = log.scrollHeight
    fill(
      ready,
      ['greet', 'moment', 'more', 'goodbye'].map((name) =>
        h(
          'button',
          { type: 'button', click: () => insert(here.tIn(chat.lang, `canned.${name}`)) },
          t(`canned.${name}.name`),
        ),
      ),
    )
  }

  /** Two lines: what was asked first, and the pages that the assistant had in mind. */
  function summaryOf({ messages, targets, lang, adapter, heard: last }: Chat): Part[] {
    const asked = messages.find(({ from }) => from === 'citizen')?.text ?? ''
    const titles = targets.slice(0, 3).map((target) => titleOf(target, here.lang, here.desk))
    return [
      h('p', {}, h('strong', {}, `${t(`adapter.${adapter}`)} · ${t(`language.${lang}`)}`)),
      h('p', { lang }, `${t('asked')}: ${asked}`),
      titles.length > 0 && h('p', {}, `${t('shownPages')}: ${titles.join(', ')}`),
      adapter === 'whatsapp' && h('p', { class: 'flag' }, windowLeft(last)),
    ]
  }

  function windowLeft(last: string): string {
    const left = Date.parse(last) + windowMs - Date.now()
    if (left <= 0) return t('window.over')
    const minutes = Math.floor(left / 60_000)
    return t('window.left', { hours: String(Math.floor(minutes / 60)), minutes: String(minutes % 60) })
  }

  const line = ({ from, text, lang, at }: Message): Part =>
    h(
      'li',
      { class: from },
      h('span', { class: 'who' }, `${t(`from.${from}`)} `, h('time', { datetime: at }, clock(at))),
      h('p', { lang }, text),
    )

  const clock = (at: string): string =>
    new Date(at).toLocaleTimeString(`${here.lang}-BE`, { hour: '2-digit', minute: '2-digit' })

  return {
    element,
    show,
    insert,
    focus: () => reply.focus(),
    typing(on: boolean) {
      typing.textContent = on ? t('citizenTypes') : ''
    },
  }
}
