import { wallClock } from '../../core/hours/wall-clock.ts'
import { dateIn } from '../../core/in-words.ts'
import { inLanguage } from '../../core/language.ts'
import type { Notice, PublishedNotice } from '../../core/notice.ts'
import { kindOf } from '../../dialogue/targets.ts'
import { announce } from './announce.ts'
import { ask } from './dialogs.ts'
import { fill, h, type Part } from './dom.ts'
import type { Here } from './here.ts'
import { noticeForm } from './notice-form.ts'
import type { Published } from './published.ts'
import type { Server } from './server.ts'

const hour = 3_600_000

type Parts = {
  server: Server
  published: Published
  /** Whether this colleague may publish and end. */
  mayPublish: boolean
  /** The card that is open: what a new notice is most likely about. */
  about: () => string | null
  /** Draws the page anew. */
  changed: () => void
}

/** Notices of now: what holds, a new one, and the end of one before its time. */
export function notices(here: Here, { server, published, mayPublish, about, changed }: Parts) {
  const { t, lang, city } = here

  async function look(): Promise<void> {
    if (await published.look()) changed()
  }

  const fresh = (): Notice => {
    const target = about()
    const now = Date.now()
    return {
      id: crypto.randomUUID(),
      from: new Date(now).toISOString(),
      until: new Date(now + 24 * hour).toISOString(),
      text: { nl: '' },
      services: target && kindOf(target) === 'service' ? [target] : [],
      locations: [],
      districts: [],
      closes: false,
    }
  }

  /** Asks until it is published or left: what was typed stays when the server refuses. */
  async function write(): Promise<void> {
    let failed = false
    for (let notice = fresh(); ; failed = true) {
      const form = noticeForm(here, notice)
      const given = await ask(
        t('notice.new'),
        { yes: t('notice.publish'), no: t('cancel') },
        failed && h('p', { class: 'flag', role: 'alert' }, t('notice.refused')),
        form.element,
      )
      if (!given) return
      notice = form.read()
      const answer = await server.publish(notice)
      if (!answer.ok) continue
      announce(t('notice.published'))
      return look()
    }
  }

  async function end({ id }: PublishedNotice): Promise<void> {
    const answer = await server.endNotice(id)
    announce(t(answer.ok ? 'notice.ended' : 'failed.act'))
    await look()
  }

  const at = (moment: string): string => {
    const { day, time } = wallClock(Date.parse(moment))
    return `${dateIn(lang, day) ?? day} ${time}`
  }

  function item(notice: PublishedNotice, draw: () => void): Part {
    const { from, until, text, by } = notice
    const when = t('notice.when', { from: at(from), until: at(until) })
    return h(
      'li',
      {},
      h('p', { class: 'notice' }, inLanguage(text, lang)),
      h('p', { class: 'hint' }, [when, by].filter(Boolean).join(' · ')),
      mayPublish && h('button', { type: 'button', click: () => void end(notice).then(draw) }, t('notice.end')),
    )
  }

  /** The list, and on to a new one for who may. */
  async function open(): Promise<void> {
    const list = h('ul', { class: 'notices' })
    const draw = (): void => {
      const all = published.all().filter(({ until }) => Date.parse(until) > Date.now())
      fill(list, all.length > 0 ? all.map((one) => item(one, draw)) : h('li', {}, t('notice.none')))
    }
    draw()
    void look().then(draw)
    const wantsNew = await ask(
      t('notices'),
      mayPublish ? { yes: t('notice.new'), no: t('close') } : { yes: t('close'), no: t('cancel') },
      list,
    )
    if (wantsNew && mayPublish) await write()
  }

  /** One that begins or ends changes cards without anybody doing anything. */
  setInterval(() => {
    const edges = published.of(city).flatMap(({ from, until }) => [Date.parse(from), Date.parse(until)])
    if (edges.some((edge) => Math.abs(Date.now() - edge) < 10_000)) changed()
  }, 10_000)
  return { look, open }
}
