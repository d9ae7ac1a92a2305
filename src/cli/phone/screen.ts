import type { Outbound } from './outbound.ts'

/** What the phone shows. */

/** Something that can be tapped under the last question. */
export type Tap = { of: string; form: 'button_reply' | 'list_reply'; id: string; title: string }

/** Everything that can be tapped under a message, in order. */
export function tapsOf(message: Outbound, wamid: string): Tap[] {
  if (message.type === 'text') return []
  const { interactive } = message
  return interactive.type === 'button'
    ? interactive.action.buttons.map(({ reply }) => ({ of: wamid, form: 'button_reply', ...reply }))
    : interactive.action.sections
        .flatMap(({ rows }) => rows)
        .map(({ id, title }) => ({ of: wamid, form: 'list_reply', id, title }))
}

/** A message as it stands on the screen: its words, and each button or row with what to type to tap it. */
export function shownOn(message: Outbound, taps: Tap[]): string {
  const text = message.type === 'text' ? message.text.body : message.interactive.body.text
  const form = message.type === 'interactive' && message.interactive.type === 'list' ? '☰' : '▢'
  const lines = [...text.split('\n'), ...taps.map(({ title }, at) => `${form} ${title}   /${at + 1}`)]
  return lines.map((line) => `  │ ${line}`).join('\n')
}
