import type { TextName } from '../texts.ts'
import { h } from './dom.ts'
import { plain } from './scene.ts'

/** Speaks to who cannot see: short texts in a hidden status, each whole, and gone again after a second. */
export const status = h('div.hidden', { role: 'status' })

/** Shorter, and some screen readers miss it; longer, and who reads line by line meets it twice. */
const heardAfter = 1000

export const announce = (text: string, lang?: string): void => {
  // An element of its own each time, so that the same words are spoken again.
  const line = h('p', { lang }, text)
  status.append(line)
  setTimeout(() => line.remove(), heardAfter)
}

/** The same for a text of the widget. */
export const hear = (name: TextName, values?: Record<string, number>): void => announce(plain(name, values))
