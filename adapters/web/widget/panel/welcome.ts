import { say } from './conversation.ts'
import { h } from './dom.ts'
import { link } from './link.ts'
import { button, list, pageOf, scene, tell } from './scene.ts'

/** What stands above the conversation: what it can do, how long it is kept, and questions to begin with. */
export const welcome = (): HTMLElement => {
  const { langs, examples, texts, city } = scene.config
  return h(
    'div.welcome',
    h('p', tell('welcome')),
    h('p.hint', tell('kept'), ' ', link(pageOf(`${city}/privacy`), '', tell('privacy'))),
    langs.map(
      (lang) =>
        examples[lang]?.[0] &&
        h(
          'section',
          { lang },
          h('h3', texts[lang]?.examples),
          list('ul.choices', examples[lang], (text) => button('choice', () => say(text), text)),
        ),
    ),
  )
}
