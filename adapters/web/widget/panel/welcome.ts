import { h } from '../dom.ts'
import { say } from './conversation.ts'
import { button, pageOf, scene, tell } from './scene.ts'

/** What stands above the conversation: what it can do, how long it is kept, and questions to begin with. */
export const welcome = (): HTMLElement => {
  const { langs, examples, texts, city } = scene.config
  return h(
    'div.welcome',
    h('p', tell('welcome')),
    h('p.hint', tell('kept'), ' ', h('a', { href: pageOf(`${city}/privacy`), target: '_blank' }, tell('privacy'))),
    langs.map(
      (lang) =>
        examples[lang]?.[0] &&
        h(
          'section',
          { lang },
          h('h3', texts[lang]?.examples),
          h(
            'ul.choices',
            examples[lang].map((text) =>
              h(
                'li',
                button('choice', () => say(text), text),
              ),
            ),
          ),
        ),
    ),
  )
}
