import type { Payload } from '../../src/core/ports.ts'
import { cut } from './cut.ts'
import type { Interactive } from './interactive.ts'
import { limits } from './limits.ts'

/** One message as it is kept until it is sent: all but to whom. */
export type Content = {
  /** What the platform gets. */
  message:
    | { type: 'text'; text: { preview_url: boolean; body: string } }
    | { type: 'interactive'; interactive: Interactive }
  /** The same as words only, for when the platform refuses its form; null when it is that already. */
  plain: string | null
}

export const writing = (text: string): Content => ({
  message: { type: 'text', text: { preview_url: false, body: text } },
  plain: null,
})

export const choosing = (interactive: Interactive, plain: string): Content => ({
  message: { type: 'interactive', interactive },
  plain: cut(plain, limits.text),
})

/** What was kept is ours: its form was made above. */
export const contentOf = (payload: Payload): Content => payload as Content
