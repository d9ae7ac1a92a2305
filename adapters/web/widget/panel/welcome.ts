import { h } from '../dom.ts'
import { button, pageOf, scene, tell } from './scene.ts'

/** What stands above the conversation: what it can do, how long it is kept, and questions to begin with. */
export const welcome = (ask: (text: string) => void): HTMLElement => {
  const { langs, examples, texts, city } = scene.config
  return h(
    'div.welcome',
    h('p', tell('welcome')),
    h('p.hint', tell('kept'), ' ', h('a', { href: pageOf(`${city}/privacy`), target: '_blank' }, tell('privacy'))),
    langs.map((lang) => {
      const questions = examples[lang] ?? []
      return (
        questions[0] &&
        h(
          'section',
          { lang },
          h('h3', texts[lang]?.examples),
          h(
            'ul.choices',
            questions.map((text) =>
              h(
                'li',
                button('choice', () => ask(text), text),
              ),
            ),
          ),
        )
      )
    }),
  )
}
