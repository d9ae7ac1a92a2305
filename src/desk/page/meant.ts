import type { AskOutput } from '../../core/ask.ts'
import { fill, h, type Part } from './dom.ts'
import type { Here } from './here.ts'
import { shown } from './keys.ts'

/**
 * What a list of pages cannot tell: that somebody may be in danger, or that one question to the caller tells which page
 * it is. Its answers go by number too.
 */
export function meantView(here: Here, pick: (target: string) => void) {
  const element = h('div', { id: 'meant', 'aria-live': 'polite' })
  let choices: { id: string; label: string }[] = []

  function show({ outcome, lang, reply }: AskOutput): void {
    choices = outcome === 'clarifying.service' ? reply.choices.filter(({ id }) => id !== 'none') : []
    fill(
      element,
      outcome === 'crisis' && danger(reply.lead, lang),
      choices.length > 0 && question(reply.lead[0] ?? '', lang),
    )
  }

  const danger = (lead: string[], lang: AskOutput['lang']): Part =>
    h(
      'div',
      { class: 'crisis', lang },
      lead.flatMap((text) => text.split('\n')).map((text) => h('p', {}, text)),
    )

  const question = (text: string, lang: AskOutput['lang']): Part =>
    h(
      'div',
      { class: 'question' },
      h('p', {}, `${here.t('askCaller')} `, h('strong', { lang }, text)),
      h(
        'p',
        { class: 'choices' },
        choices.map(({ id, label }, at) =>
          h(
            'button',
            { type: 'button', lang, click: () => pick(id) },
            h('kbd', { 'aria-hidden': 'true' }, shown(`Alt+Shift+${at + 1}`)),
            ` ${label}`,
          ),
        ),
      ),
    )

  return {
    element,
    show,
    clear(): void {
      choices = []
      fill(element)
    },
    pick(place: number): void {
      const choice = choices[place - 1]
      if (choice) pick(choice.id)
    },
  }
}
