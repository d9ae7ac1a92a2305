import type { Message } from '../../../../src/core/message.ts'
import type { TextName } from '../texts.ts'
import { flush, messages, type Trouble, unsent } from './conversation.ts'
import { fill, h, type Part } from './dom.ts'
import { call } from './link.ts'
import { messageView } from './message.ts'
import { queue, stand } from './queue.ts'
import { button, pageOf, plain, scene, tell } from './scene.ts'
import { hear } from './status.ts'
import { welcome } from './welcome.ts'

/** Everything that was said, in order. It is silent: new messages are spoken by the status, each once. */

/** Waiting is shown when it is long enough to notice, spoken after a second, and after ten there is a number to call. */
const shownAfter = 400
const spokenAfter = 1000
const slowAfter = 10_000

const [opening, said, tail, busy] = [h('div'), h('div'), h('div'), h('div')]
const alert = h('div.trouble', { role: 'alert' })
export const log = h(
  'div.log',
  { id: 'log', role: 'log', 'aria-live': 'off', tabindex: 0 },
  opening,
  said,
  tail,
  busy,
  queue,
  alert,
)

/** What opens in the log comes into sight whole, with the field that it is about. */
log.addEventListener(
  'toggle',
  ({ target }) => (target as HTMLDetailsElement).open && (target as Element).scrollIntoView({ block: 'center' }),
  true,
)

const shown = new Set<Message>()
let timers: ReturnType<typeof setTimeout>[] = []

/** To the start of what is new, never past it; a short question before it stays in sight. */
const reveal = (element: Element | null | undefined): void => {
  const before = element?.previousElementSibling
  const scroller = [log, log.parentElement].find((one) => one && one.scrollHeight > one.clientHeight + 1)
  if (!element) return
  const start = before && before.clientHeight < innerHeight / 6 ? before : element
  if (scene.onPage) start.scrollIntoView()
  else if (scroller) scroller.scrollTop += start.getBoundingClientRect().top - scroller.getBoundingClientRect().top - 8
}

/** A line of our own between the messages: a person takes over, a conversation was renewed. */
export const line = (name: TextName): void => {
  said.append(h('p.line', tell(name)))
  reveal(said.lastElementChild)
}

/** Shows what is new. */
export const show = (): void => {
  const fresh = messages().filter((message) => !shown.has(message))
  const views = fresh.map(messageView)
  for (const message of fresh) shown.add(message)
  said.append(...views)
  fill(tail, unsent().map(messageView))
  reveal(tail.lastElementChild ?? views.find((_, at) => fresh[at]?.from !== 'citizen') ?? views[0])
}

/** Draws all of it anew, in the words of the moment. */
export const redraw = (): void => {
  shown.clear()
  fill(said)
  fill(opening, welcome())
  log.ariaLabel = plain('conversation')
  stand()
  show()
}

export const typing = (on: boolean): void => fill(busy, on && h('p.line', tell('typing')))

const wait = (name: TextName, ...parts: Part[]): void => {
  fill(busy, h('p.line', tell(name)), parts)
  reveal(busy)
}

export const waiting = (on: boolean): void => {
  timers.forEach(clearTimeout)
  fill(busy)
  if (!on) return
  timers = [
    setTimeout(() => wait('searching'), shownAfter),
    setTimeout(() => hear('searching'), spokenAfter),
    setTimeout(() => {
      wait('slow', call(scene.config.phone))
      hear('slow')
    }, slowAfter),
  ]
}

/** What is wrong, what to do, and another way when ours does not work. */
export const complain = (trouble: Trouble | undefined): void => {
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
  // What could not be sent, with what to do below it.
  if (trouble) reveal(tail.lastElementChild)
}
