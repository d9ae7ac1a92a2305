import type { Choice } from '../../../src/core/message.ts'
import { chooseVerb } from '../names.ts'
import type { Element } from './card.ts'
import { visible } from './literal.ts'
import type { Voice } from './voice.ts'

/** So many choices are buttons; more become a list with one button. None is ever left out. */
const mostButtons = 3

/** What picks a choice: one action, and the older one for clients that do not know it. */
const choose = (title: string, data: Record<string, string>): Element => ({
  type: 'Action.Execute',
  title: visible(title),
  verb: chooseVerb,
  data,
  fallback: { type: 'Action.Submit', title: visible(title), data: { ...data, verb: chooseVerb } },
})

export const choiceButtons = (choices: Choice[], { say }: Voice): Element[] => {
  if (choices.length === 0) return []
  if (choices.length > mostButtons) return [choose(say('teams.choose'), {})]
  return choices.map(({ id, label }) => choose(label, { choice: id }))
}

export const choiceList = (choices: Choice[]): Element[] =>
  choices.length <= mostButtons
    ? []
    : [
        {
          type: 'Input.ChoiceSet',
          id: 'choice',
          style: 'expanded',
          choices: choices.map(({ id, label }) => ({ title: visible(label), value: id })),
        },
      ]

/** For who sees no card: a typed number picks one. */
export const numbered = (choices: Choice[]): string => choices.map(({ label }, at) => `\n${at + 1}. ${label}`).join('')
