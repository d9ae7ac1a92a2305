import type { Message } from '../../../../src/core/message.ts'
import type { Lang, WidgetConfig } from '../config.ts'
import type { TextName } from '../texts.ts'
import { handOff, takeUp } from './conversation.ts'
import { sheet } from './dom.ts'
import * as frame from './frame.ts'
import * as log from './log.ts'
import { sender } from './message.ts'
import { stand } from './queue.ts'
import { chosen, enter, keep, plain, reword, type Scene, scene } from './scene.ts'
import { announce, hear } from './status.ts'
import frameStyle from './style/frame.css'
import logStyle from './style/log.css'
import writerStyle from './style/writer.css'
import { tellPage } from './tell-page.ts'
import { field, restore, writer } from './writer.ts'

export type Panel = {
  /** `byHand`: the visitor asked for it, so focus goes there. */
  show(byHand: boolean): void
  hide(): void
  update(config: WidgetConfig): void
  leave(): void
}

let notes: TextName[] = []
let withDesk = false

const note = (name: TextName): void => {
  notes.push(name)
  log.line(name)
  hear(name)
}

/** Asks for a person, and shows how that stands. Who presses again hears it again; the first time the conversation says it. */
const human = async (pressed?: Event): Promise<void> => {
  const standing = await handOff()
  if (!standing?.state) return note('broken')
  const place = stand(standing)
  if (pressed && place && !standing.messages?.[0]) announce(place)
}

const change = async (lang: Lang): Promise<void> => {
  keep({ lang })
  const config = await scene.speak(lang)
  if (config) update(config)
}

/** Draws all of it anew, in the words of the moment; focus stays on what has the same id. */
const draw = (): void => {
  const id = scene.root.activeElement?.id
  frame.draw(writer(human), withDesk, change)
  log.redraw()
  notes.forEach(log.line)
  restore()
  if (id) scene.root.getElementById(id)?.focus()
}

const update = (config: WidgetConfig): void => {
  reword(config)
  draw()
}

/** Told by an event, or by the first words of a person where the event was missed. */
const handedOver = (toDesk: boolean): void => {
  if (toDesk === withDesk) return
  withDesk = toDesk
  stand({})
  draw()
  note(toDesk ? 'joined' : 'gone')
}

/** A message as it is spoken: who, all of it without addresses of pages, and what there is to choose. */
const spoken = ({ from, text, choices }: Message): string => {
  const labels = choices.map(({ label }) => label).join(', ')
  const said = `${sender(from)}: ${text.replace(/https?:\S+/g, '')}`
  return labels ? `${said} ${plain('choices', { count: choices.length, labels })}` : said
}

/** The conversation, in the shadow of the element: puts its parts there and ties them together. */
export const panelIn = (entered: Scene): Panel => {
  enter(entered)
  const { host, root, onPage } = entered
  const begun = host.querySelector<HTMLInputElement>('#question')
  const wasThere = begun === document.activeElement
  const leaving = new AbortController()
  root.adoptedStyleSheets.push(sheet(frameStyle + logStyle + writerStyle))
  // On a page of ours a form stood here: what was begun in it goes on.
  if (begun?.value) keep({ draft: begun.value })
  if (onPage) root.replaceChildren()
  notes = []
  takeUp(
    {
      changed: (arrived) => {
        log.show()
        restore()
        for (const message of arrived) {
          if (message.from === 'desk') handedOver(true)
          announce(spoken(message), message.lang)
          tellPage(message, null)
          // Where the law wants several languages until one is chosen: who writes has chosen.
          if (!chosen() && message.from === 'bot') void change(message.lang)
        }
      },
      waiting: log.waiting,
      trouble: log.complain,
      renewed: () => note('renewed'),
      queued: () => human(),
      handedOver,
      typing: log.typing,
      erased: () => {
        notes = []
        withDesk = false
        stand({})
        draw()
        field.focus()
        hear('erased')
      },
    },
    leaving.signal,
  )
  root.append(frame.listenTo(leaving.signal))
  draw()
  if (wasThere) field.focus()
  return {
    show: (byHand) => {
      frame.show(byHand)
      // On a touch screen the field would bring up the keyboard before anything is read.
      const first = matchMedia('(pointer: coarse)').matches ? root.getElementById('title') : field
      if (byHand) first?.focus()
    },
    hide: frame.hide,
    update,
    leave: () => leaving.abort(),
  }
}
