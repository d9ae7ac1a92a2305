import { wallClock } from '../../core/hours/wall-clock.ts'
import { dateIn } from '../../core/in-words.ts'
import { telephone } from '../../core/links.ts'
import type { CallBack } from '../office/call-back.ts'
import { announce } from './announce.ts'
import { fill, h, type Part } from './dom.ts'
import type { Here } from './here.ts'
import { keyOf, shown } from './keys.ts'
import type { Server } from './server.ts'

/** Who wants to be called back, the longest waiting first. A number is fetched when somebody is about to call. */
export function callBackList(here: Here, server: Server) {
  const { t, lang } = here
  const title = h('h2', { id: 'call-backs-title' })
  const list = h('ol', { class: 'call-backs', 'aria-labelledby': 'call-backs-title' })
  const element = h('section', { 'aria-labelledby': 'call-backs-title', hidden: true }, title, list)
  /** Numbers that this page has been given, until they are closed. */
  const numbers = new Map<string, string>()
  let all: CallBack[] = []

  async function look(): Promise<void> {
    const answer = await server.callBacks()
    if (!answer.ok) return
    all = answer.value
    draw()
  }

  function draw(): void {
    element.hidden = all.length === 0
    title.textContent = `${t('callBacks', { count: String(all.length) })} (${shown(keyOf('callBack'))})`
    fill(list, all.map(item))
  }

  const day = (moment: string): string => {
    const written = wallClock(Date.parse(moment)).day
    return dateIn(lang, written) ?? written
  }

  function item(one: CallBack): Part {
    const number = numbers.get(one.id)
    return h(
      'li',
      {},
      h('p', { class: 'hint' }, `${t(`adapter.${one.adapter}`)} · ${t(`language.${one.lang}`)}`),
      h('p', { class: 'hint' }, t('callBack.until', { at: day(one.at), until: day(one.until) })),
      number
        ? h(
            'p',
            { class: 'actions' },
            h('a', { href: telephone(number) ?? '' }, number),
            h('button', { type: 'button', click: () => void close(one) }, t('callBack.done')),
          )
        : h('button', { type: 'button', click: () => void open(one) }, t('callBack.show')),
    )
  }

  async function open({ id }: CallBack): Promise<void> {
    const answer = await server.openCallBack(id)
    if (answer.ok) numbers.set(id, answer.value.number)
    else announce(t(answer.status === 404 ? 'callBack.gone' : 'failed.act'))
    draw()
    if (answer.ok) list.querySelector('a')?.focus()
  }

  async function close({ id }: CallBack): Promise<void> {
    const answer = await server.closeCallBack(id)
    if (answer.ok) numbers.delete(id)
    announce(t(answer.ok ? 'logged' : 'failed.act'))
    await look()
  }

  return {
    element,
    look,
    /** The first one's number. */
    first: async (): Promise<void> => {
      const [one] = all
      if (one) await open(one)
      else announce(t('callBacks.none'))
    },
  }
}
