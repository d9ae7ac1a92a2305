import type { Message } from '../../../../src/core/message.ts'
import { fill, h, type Part } from '../dom.ts'
import type { Unsent } from '../kept.ts'
import type { TextName } from '../texts.ts'
import { flush, type Trouble } from './conversation.ts'
import { call } from './link.ts'
import { type Actions, messageView } from './message.ts'
import { button, pageOf, plain, scene, tell } from './scene.ts'
import { announce } from './status.ts'

export type Log = {
  node: HTMLElement
  show(messages: Message[], unsent: Unsent[]): void
  /** A line of our own between the messages: a person takes over, a conversation was renewed. */
  note(name: TextName, values?: Record<string, string>): void
  waiting(on: boolean): void
  typing(on: boolean): void
  trouble(trouble: Trouble | undefined): void
}

/** Waiting is shown when it is long enough to notice, spoken after a second, and after ten there is a number to call. */
const [shownAfter, spokenAfter, slowAfter] = [400, 1000, 10_000]

/** Everything that was said, in order. It is silent: new messages are spoken by the status, each once. */
export const logOf = (welcome: HTMLElement, actions: Actions): Log => {
  const said = h('div')
  const tail = h('div')
  const busy = h('div')
  const alert = h('div.trouble', { role: 'alert' })
  const node = h(
    'div.log',
    { id: 'log', role: 'log', 'aria-live': 'off', 'aria-label': plain('conversation'), tabindex: 0 },
    welcome,
    said,
    tail,
    busy,
    alert,
  )
  const shown = new Set<Message>()
  let timers: ReturnType<typeof setTimeout>[] = []

  /** To the start of what is new, never past it; a short question before it stays in sight. */
  const reveal = (element: Element | null | undefined): void => {
    const before = element?.previousElementSibling
    const scroller = [node, node.parentElement].find((one) => one && one.scrollHeight > one.clientHeight + 1)
    if (!element || !scroller) return
    const start = before && before.clientHeight < scroller.clientHeight / 5 ? before : element
    scroller.scrollTop += start.getBoundingClientRect().top - scroller.getBoundingClientRect().top - 8
  }

  const line = (name: TextName, values?: Record<string, string>): HTMLElement => h('p.line', tell(name, values))
  const wait = (name: TextName, ...parts: Part[]): void => {
    fill(busy, line(name), parts)
    reveal(busy)
  }

  return {
    node,
    show: (messages, unsent) => {
      const fresh = messages.filter((message) => !shown.has(message))
      const views = fresh.map((message) => {
        shown.add(message)
        return messageView(message, actions)
      })
      said.append(...views)
      fill(
        tail,
        unsent.map(({ text }) => messageView({ from: 'citizen', text }, actions)),
      )
      reveal(tail.lastElementChild ?? views.find((_, at) => fresh[at]?.from !== 'citizen') ?? views[0])
    },
    note: (name, values) => {
      said.append(line(name, values))
      reveal(said.lastElementChild)
    },
    waiting: (on) => {
      timers.forEach(clearTimeout)
      fill(busy)
      if (!on) return
      timers = [
        setTimeout(() => wait('searching'), shownAfter),
        setTimeout(() => announce(plain('searching')), spokenAfter),
        setTimeout(() => {
          wait('slow', call(scene.config.phone))
          announce(plain('slow'))
        }, slowAfter),
      ]
    },
    typing: (on) => fill(busy, on && line('typing')),
    trouble: (trouble) => {
      // What is wrong, what to do, and another way when ours does not work.
      fill(
        alert,
        trouble && [
          h('p', h('b', tell('notSent')), ' ', tell(trouble.kind, { seconds: trouble.seconds })),
          trouble.kind === 'refused'
            ? h('a.target', { href: pageOf(scene.config.city) }, tell('page'))
            : button('', flush, tell('retry')),
          call(scene.config.phone),
        ],
      )
    },
  }
}
