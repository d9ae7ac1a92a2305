import { erase, messages } from './conversation.ts'
import { fill, h, type Part, sheet } from './dom.ts'
import { link } from './link.ts'
import { sender } from './message.ts'
import { button, lang, list, pageOf, plain, scene, tell } from './scene.ts'

/** The conversation as plain text, made here: nothing is asked of anybody. */
const transcript = (): string =>
  messages()
    .map(({ from, at, text }) => `${sender(from)} (${new Date(at).toLocaleString(lang())})\n${text}\n`)
    .join('\n')

/** Saves it as a file on the visitor's own device. */
const save = (): void => {
  const href = URL.createObjectURL(new Blob([transcript()], { type: 'text/plain' }))
  h('a', { href, download: `${plain('conversation')}.txt` }).click()
}

/** Prints the conversation alone: for as long as that takes, all that does not hold it is not there. */
const print = (): void => {
  const before = [...document.adoptedStyleSheets]
  const alone = sheet('@media print{body :not(:has(loket-wijzer),loket-wijzer){display:none!important}}')
  const putBack = (): void => {
    document.adoptedStyleSheets = before
  }
  document.adoptedStyleSheets.push(alone)
  addEventListener('afterprint', putBack, { once: true })
  window.print()
}

/** Asks once more before it erases. */
const eraser = (): Part => {
  const failed = h('p', { role: 'alert' })
  const sure = async (): Promise<void> => {
    if (!(await erase())) fill(failed, tell('eraseFailed'))
  }
  return h(
    'details',
    h('summary.plain', tell('erase')),
    h('p', tell('eraseSure')),
    button('plain', sure, tell('eraseYes')),
    failed,
  )
}

/** What can be done with the conversation as a whole, and the pages about it. */
export const menu = (): HTMLDetailsElement => {
  const page = (path: string): string => pageOf(`${scene.config.city}/${path}`)
  const items = [
    button('plain', save, tell('save')),
    button('plain', print, tell('print')),
    eraser(),
    link(page('privacy'), 'plain', tell('privacy')),
    link(page('toegankelijkheid'), 'plain', tell('accessibility')),
  ]
  return h(
    'details.options',
    h('summary', tell('options')),
    list('ul', items, (item) => item),
  )
}
