import type { Waiting } from '../office/queue.ts'
import type { DeskChange } from '../office/room.ts'
import { announce } from './announce.ts'
import { callBackList } from './call-backs.ts'
import { chatPanel } from './chat-panel.ts'
import type { Contacts } from './contacts.ts'
import { ask, field } from './dialogs.ts'
import { h } from './dom.ts'
import type { Here } from './here.ts'
import { inOrder } from './in-order.ts'
import { queueList } from './queue-list.ts'
import type { Chat, Server } from './server.ts'
import { watch } from './stream.ts'

/** No more than one sign of typing in so many milliseconds. */
const typingEvery = 3000

type Parts = {
  server: Server
  contacts: Contacts
  me: { subject: string }
  /** Draws the page anew. */
  changed: () => void
  /** The server says that notices changed. */
  told: () => Promise<void>
}

/** Chats: the queue, the one in hands, and what the server tells of both. */
export function chats(here: Here, { server, contacts, me, changed, told }: Parts) {
  const { t } = here
  const open = new Map<string, Chat>()
  const asked = inOrder()
  let typed = 0
  const panel = chatPanel(here, {
    drafted: (draft) => contacts.change({ draft }),
    typing() {
      const { conversation } = contacts.current()
      if (!conversation || Date.now() - typed < typingEvery) return
      typed = Date.now()
      void server.typing(conversation)
    },
    sent: (text) => void send(text),
    released: () => void leave('release'),
    closed: () => void leave('close'),
    transferred: () => void transfer(),
  })
  const calls = callBackList(here, server)
  const queue = queueList(here, (waiting) => void take(waiting))

  async function look(): Promise<void> {
    void calls.look()
    const isNewest = asked()
    const answer = await server.queue()
    if (!answer.ok || !isNewest()) return
    const before = queue.all().length
    queue.show(answer.value)
    if (answer.value.length > before) announce(t('queue.new'))
    for (const { agent, conversation } of answer.value)
      if (agent?.subject === me.subject && !open.has(conversation)) await read(conversation)
  }

  /** Reads a chat of ours anew, and has it among the contacts. */
  async function read(conversation: string): Promise<void> {
    const isNewest = asked(conversation)
    const answer = await server.read(conversation)
    if (!answer.ok || !isNewest()) return
    const isNew = !open.has(conversation)
    open.set(conversation, answer.value)
    if (isNew && !contacts.all().some((one) => one.conversation === conversation)) {
      const { lang, messages } = answer.value
      const query = messages.findLast(({ from }) => from === 'citizen')?.text.slice(0, 200) ?? ''
      contacts.add({ conversation, lang, query })
    }
    changed()
  }

  /** Claims a chat; when a colleague was faster, the next one. */
  async function take(waiting: Waiting | undefined): Promise<void> {
    if (!waiting) return announce(t('queue.empty'))
    const answer = await server.claim(waiting)
    if (answer.ok) return opened(waiting.conversation)
    announce(t(answer.status === 'offline' ? 'offline.chat' : 'taken'))
    await look()
  }

  async function opened(conversation: string): Promise<void> {
    await read(conversation)
    await look()
    const contact = contacts.all().find((one) => one.conversation === conversation)
    if (contact) contacts.open(contact.id)
    changed()
    panel.focus()
    announce(t('chat.yours'))
  }

  async function send(text: string): Promise<void> {
    const { conversation } = contacts.current()
    if (!conversation) return
    const answer = await server.say(conversation, crypto.randomUUID(), text)
    if (!answer.ok) return announce(t('notSent'))
    contacts.change({ draft: '' })
    await read(conversation)
    announce(t('sent'))
  }

  async function leave(how: 'release' | 'close'): Promise<void> {
    const { conversation } = contacts.current()
    if (!conversation) return
    const answer = await server[how](conversation)
    if (!answer.ok) return announce(t('failed.act'))
    gone(conversation)
    announce(t(`chat.${how}d`))
  }

  function gone(conversation: string): void {
    // Whatever was asked of it before comes too late.
    asked(conversation)()
    open.delete(conversation)
    if (contacts.current().conversation === conversation) contacts.end()
    changed()
    void look()
  }

  /** To a colleague who has a chat now: the desk knows of no others. */
  async function transfer(): Promise<void> {
    const { conversation } = contacts.current()
    const others = new Map(
      queue.all().flatMap(({ agent }) => (agent && agent.subject !== me.subject ? [[agent.subject, agent]] : [])),
    )
    if (!conversation) return
    if (others.size === 0) return announce(t('transfer.nobody'))
    const options = [...others.values()].map(({ subject, name }) => h('option', { value: subject }, name ?? subject))
    const select = h('select', { id: 'field-to', name: 'to', autofocus: true }, options)
    const given = await ask(
      t('transfer'),
      { yes: t('transfer'), no: t('cancel') },
      h('p', {}, h('label', { for: 'field-to' }, t('transfer.to')), select),
    )
    const to = given && others.get(String(given.get('to')))
    if (!to) return
    const answer = await server.transfer(conversation, to)
    if (!answer.ok) return announce(t('failed.act'))
    gone(conversation)
    announce(t('chat.transferred'))
  }

  /** Goes on by phone with what a citizen began elsewhere. */
  async function carryOn(): Promise<void> {
    const given = await ask(
      t('carryOn'),
      { yes: t('carryOn.yes'), no: t('cancel') },
      field('code', t('carryOn.code'), '', { required: '', autofocus: '', maxlength: 40 }),
    )
    if (!given) return
    const answer = await server.redeem(String(given.get('code')))
    if (answer.ok) return opened(answer.value.conversation)
    announce(t(answer.status === 404 ? 'carryOn.unknown' : 'failed.act'))
  }

  function change(event: DeskChange): void {
    if (event.type === 'queue') return void look()
    if (event.type === 'notices') return void told()
    if (!open.has(event.conversation)) return
    if (event.type !== 'typing') return void read(event.conversation)
    if (event.conversation !== contacts.current().conversation) return
    panel.typing(true)
    setTimeout(() => panel.typing(false), 5000)
  }

  watch(here.city, { change, look: () => void Promise.all([look(), told()]) })
  return {
    queue: [queue.element, calls.element],
    callBack: calls.first,
    panel: panel.element,
    look,
    take: () => take(queue.first()),
    carryOn,
    insert: panel.insert,
    focus: panel.focus,
    show() {
      const { conversation, draft } = contacts.current()
      panel.show(conversation ? (open.get(conversation) ?? null) : null, draft)
    },
    channel: (): 'phone' | 'web' | 'whatsapp' | 'teams' => {
      const { conversation } = contacts.current()
      const adapter = conversation ? open.get(conversation)?.adapter : 'phone'
      return adapter === 'whatsapp' || adapter === 'teams' || adapter === 'web' ? adapter : 'phone'
    },
  }
}
