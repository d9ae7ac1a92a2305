import type { Message } from '../../../../src/core/message.ts'
import { judge } from './conversation.ts'
import { fill, h, type Part } from './dom.ts'
import { button, plain, tell } from './scene.ts'

/** "Klopt dit antwoord?", with room to say what is wrong. Who is in danger, or gets no answer, is not asked. */
export const judgement = ({ id, from, outcome }: Pick<Message, 'id' | 'from'> & Partial<Message>): Part => {
  if (from !== 'bot' || !/^(answered(\.steps)?|referred)$/.test(outcome ?? '')) return null
  const told = h('span', { role: 'status', tabindex: -1 })
  const give = async (value: 1 | -1, comment?: string): Promise<void> => {
    fill(told, tell((await judge(id, value, comment)) ? 'thanks' : 'broken'))
  }
  const field = h('textarea', { rows: 2, maxlength: 500, dir: 'auto' })
  const submit = (event: Event): void => {
    event.preventDefault()
    told.focus()
    more.remove()
    void give(-1, field.value.trim())
  }
  const more = h(
    'details',
    {
      toggle: () => {
        if (more.open) void judge(id, -1)
      },
    },
    h('summary', tell('no')),
    h('form', { submit }, h('label', tell('wrong'), field), h('button', tell('send'))),
  )
  const yes = button('', () => void give(1), tell('yes'))
  return h('div.feedback', { role: 'group', 'aria-label': plain('right') }, h('span', tell('right')), yes, more, told)
}
