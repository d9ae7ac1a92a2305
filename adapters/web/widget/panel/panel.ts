import type { Message } from '../../../../src/core/message.ts'
import type { Lang, WidgetConfig } from '../config.ts'
import type { TextName } from '../texts.ts'
import { handOff, messages, say, takeUp, unsent } from './conversation.ts'
import { frameOf } from './frame.ts'
import { type Log, logOf } from './log.ts'
import { sender } from './message.ts'
import { chosen, enter, keep, plain, reword, type Scene, scene } from './scene.ts'
import { announce } from './status.ts'
import frameStyle from './style/frame.css'
import logStyle from './style/log.css'
import writerStyle from './style/writer.css'
import { welcome } from './welcome.ts'
import { type Writer, writer } from './writer.ts'

export type Panel = {
  /** `byHand`: the visitor asked for it, so focus goes there. */
  show(byHand: boolean): void
  hide(): void
  update(config: WidgetConfig): void
  leave(): void
}

/** The conversation, in the shadow of the element: builds its parts and ties them together. */
export const panelIn = (entered: Scene): Panel => {
  enter(entered)
  const { host, root, onPage } = scene
  const leaving = new AbortController()
  const notes: [TextName, Record<string, string>?][] = []
  let withDesk = false
  let log: Log
  let field: Writer

  const note = (...one: (typeof notes)[number]): void => {
    notes.push(one)
    log.note(...one)
    announce(plain(...one))
  }

  const human = async (): Promise<void> => {
    if (!(await handOff())) note('broken')
  }

  const change = async (to: Lang): Promise<void> => {
    keep({ lang: to })
    const config = await scene.speak(to)
    if (config) update(config)
  }

  /** Draws all of it anew, in the words of the moment; focus stays on what has the same id. */
  const draw = (): void => {
    const id = root.activeElement?.id
    log = logOf(welcome(say), { choose: say, taken: (channel) => tell(messages().findLast(serviceOf), channel) })
    field = writer(say, human)
    frame.draw(log.node, field.node, withDesk)
    log.show(messages(), unsent())
    for (const one of notes) log.note(...one)
    if (id) root.getElementById(id)?.focus()
  }

  const update = (config: WidgetConfig): void => {
    reword(config)
    draw()
  }

  /** For the page's own counts: how it ended, about what, by which way in. Never a word. */
  const tell = (message: Message | undefined, channel: string | null): void => {
    const detail = { outcome: channel ? null : (message?.outcome ?? null), service: serviceOf(message), channel }
    host.dispatchEvent(new CustomEvent('loketwijzer', { bubbles: true, composed: true, detail }))
  }

  const frame = frameOf(change, leaving.signal)
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(frameStyle + logStyle + writerStyle)
  root.adoptedStyleSheets.push(sheet)
  if (onPage) root.replaceChildren()
  root.append(frame.node)
  draw()

  takeUp(
    {
      changed: (arrived) => {
        log.show(messages(), unsent())
        field.restore()
        for (const message of arrived) {
          announce(spoken(message), message.lang)
          tell(message, null)
          // Where the law wants several languages until one is chosen: who writes has chosen.
          if (!chosen() && message.from === 'bot') void change(message.lang)
        }
      },
      waiting: (on) => log.waiting(on),
      trouble: (trouble) => log.trouble(trouble),
      renewed: () => note('renewed'),
      handedOver: (toDesk) => {
        withDesk = toDesk
        draw()
        note(toDesk ? 'joined' : 'gone')
      },
      typing: (on) => log.typing(on),
      erased: () => {
        notes.length = 0
        withDesk = false
        draw()
        field.field.focus()
        announce(plain('erased'))
      },
    },
    leaving.signal,
  )

  return {
    show: (byHand) => {
      frame.show(byHand)
      if (!byHand) return
      // On a touch screen the field would bring up the keyboard before anything is read.
      const coarse = matchMedia('(pointer: coarse)').matches
      if (coarse) root.getElementById('title')?.focus()
      else field.field.focus()
    },
    hide: frame.hide,
    update,
    leave: () => leaving.abort(),
  }
}

const serviceOf = (message: Message | undefined): string | null => {
  const block = message?.blocks.find(({ t }) => t === 'service')
  return block?.t === 'service' ? block.id : null
}

/** A message as it is spoken: who, all of it without addresses of pages, and what there is to choose. */
const spoken = ({ from, text, choices }: Message): string => {
  const labels = choices.map(({ label }) => label).join(', ')
  const said = `${sender(from)}: ${text.replace(/https?:\S+/g, '')}`
  return labels ? `${said} ${plain('choices', { count: choices.length, labels })}` : said
}
