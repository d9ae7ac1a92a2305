import type { Choice } from '../../src/core/message.ts'
import { cut } from './cut.ts'
import { limits } from './limits.ts'

/** A message with choices to tap, in the platform's own words. Titles that are cut begin with the number of the choice. */

export type Interactive = { type: 'button' | 'list'; body: { text: string }; action: Record<string, unknown> }

const titled = ({ label }: Choice, at: number, withNumber: boolean, limit: number): string =>
  cut(withNumber ? `${at + 1}. ${label}` : label, limit)

export function buttons(body: string, choices: readonly Choice[], withNumbers: boolean): Interactive {
  const button = (choice: Choice, at: number) => ({
    type: 'reply',
    reply: { id: choice.id, title: titled(choice, at, withNumbers, limits.buttonTitle) },
  })
  return { type: 'button', body: { text: body }, action: { buttons: choices.map(button) } }
}

/** `open` is the word on the button that opens the list; `last` stands below it and never has a number. */
export function list(
  body: string,
  open: string,
  choices: readonly Choice[],
  last: Choice | null,
  withNumbers: boolean,
): Interactive {
  const row = (choice: Choice, at: number) => {
    const title = titled(choice, at, withNumbers, limits.rowTitle)
    const whole = title.endsWith(choice.label)
    return { id: choice.id, title, ...(whole ? {} : { description: cut(choice.label, limits.rowDescription) }) }
  }
  const end = last ? [{ id: last.id, title: cut(last.label, limits.rowTitle) }] : []
  return {
    type: 'list',
    body: { text: body },
    action: { button: cut(open, limits.buttonTitle), sections: [{ rows: [...choices.map(row), ...end] }] },
  }
}
