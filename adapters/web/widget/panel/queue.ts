import { callBack, type Standing } from './conversation.ts'
import { fill, h, type Part } from './dom.ts'
import { tell } from './scene.ts'
import { field } from './writer.ts'

/** Who waits for a person sees where they stand, and may leave a number instead. */
export const queue = h('div')

let standing: Partial<Standing> = {}

/**
 * How it stands from now on, or the same in the words of the moment: the line with the place. Nothing for who has a
 * person, or asked for none.
 */
export const stand = (now = standing): string | undefined | null => {
  standing = now
  const { place, waitMinutes: minutes, callBack } = now
  const line = place ? h('p.line', tell(minutes ? 'inLineFor' : 'inLine', { place, minutes })) : null
  fill(queue, line, callBack && now.state !== 'accepted' && form())
  return line?.textContent
}

/** The number goes to the desk alone: it is no message, and is not kept here. */
const form = (): Part => {
  const number = h('input', { type: 'tel', autocomplete: 'tel' })
  const wrong = h('p.error', { role: 'alert' })
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault()
    if (!(await callBack(number.value))) return fill(wrong, tell('callBackWrong'))
    stand({})
    field.focus()
  }
  return h(
    'details',
    h('summary', tell('callBack')),
    h(
      'form',
      { submit },
      h('label', tell('number'), number),
      wrong,
      h('p.hint', tell('callBackWhy')),
      h('button', tell('callMe')),
    ),
  )
}
