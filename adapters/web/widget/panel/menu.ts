import { fill, h, type Part } from '../dom.ts'
import { erase, messages } from './conversation.ts'
import { sender } from './message.ts'
import { button, pageOf, plain, scene, tell } from './scene.ts'
import { announce } from './status.ts'

/** The conversation as plain text, made here: nothing is asked of anybody. */
const transcript = (): string =>
  messages()
    .map(({ from, at, text }) => `${sender(from)} (${new Date(at).toLocaleString(scene.config.langs[0])})\n${text}\n`)
    .join('\n')

/** Saves it as a file on the visitor's own device. */
const save = (): void => {
  const href = URL.createObjectURL(new Blob([transcript()], { type: 'text/plain;charset=utf-8' }))
  h('a', { href, download: `${plain('conversation')}.txt` }).click()
  setTimeout(() => URL.revokeObjectURL(href), 1000)
}

/** Prints the conversation alone: for as long as that takes, all that does not hold it is not there. */
const print = (): void => {
  const alone = new CSSStyleSheet()
  alone.replaceSync('@media print{body :not(:has(loket-wijzer),loket-wijzer){display:none!important}}')
  document.adoptedStyleSheets.push(alone)
  addEventListener(
    'afterprint',
    () => document.adoptedStyleSheets.splice(document.adoptedStyleSheets.indexOf(alone), 1),
    { once: true },
  )
  window.print()
}

/** Asks once more before it erases. */
const eraser = (): Part => {
  const failed = h('p')
  const sure = async (): Promise<void> => {
    if (await erase()) return
    fill(failed, tell('eraseFailed'))
    announce(plain('eraseFailed'))
  }
  return h(
    'details',
    h('summary', tell('erase')),
    h('p', tell('eraseSure')),
    button('plain', sure, tell('eraseYes')),
    failed,
  )
}

/** What can be done with the conversation as a whole, and the pages about it. */
export const menu = (): HTMLDetailsElement => {
  const page = (name: 'privacy' | 'accessibility', path: string): Part =>
    h('li', h('a.plain', { href: pageOf(`${scene.config.city}/${path}`), target: '_blank' }, tell(name)))
  return h(
    'details.options',
    h('summary', tell('options')),
    h(
      'ul',
      h('li', button('plain', save, tell('save'))),
      h('li', button('plain', print, tell('print'))),
      h('li', eraser()),
      page('privacy', 'privacy'),
      page('accessibility', 'toegankelijkheid'),
    ),
  )
}
