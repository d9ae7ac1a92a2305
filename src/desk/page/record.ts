import type { WrittenLanguage } from '../../core/language.ts'
import { maskPersonalData } from '../../core/personal-data.ts'
import { announce } from './announce.ts'
import type { Contact } from './contacts.ts'
import { ask, field } from './dialogs.ts'
import { h } from './dom.ts'
import type { Here } from './here.ts'
import { put } from './outbox.ts'

/** What is written down at the end of a call, and what was not found. Both go out at once, or as soon as they can. */

const outcomes = ['solved', 'transferred', 'transfer-failed', 'call-back', 'not-found'] as const
export type CallOutcome = (typeof outcomes)[number]

const id = (): string => crypto.randomUUID()

/** How a call most likely ended: with a card open it was answered; another body's card means that the caller was sent on. */
export const guess = (card: string | null): CallOutcome =>
  card === null ? 'not-found' : card.startsWith('common/') ? 'transferred' : 'solved'

/** Asks how it ended; Enter takes what was guessed. False: the call goes on. */
export async function wrapUp(here: Here, contact: Contact, card: string | null): Promise<boolean> {
  const guessed = guess(card)
  const choices = outcomes.map((outcome, at) =>
    h(
      'p',
      {},
      h('input', {
        type: 'radio',
        name: 'outcome',
        id: outcome,
        value: outcome,
        checked: outcome === guessed,
        autofocus: outcome === guessed,
      }),
      h('label', { for: outcome }, `${at + 1}. ${here.t(`outcome.${outcome}`)}`),
    ),
  )
  const group = h(
    'fieldset',
    {
      keydown: (event: KeyboardEvent) => {
        const at = /^Digit([1-5])$/.exec(event.code)
        const input = at && choices[Number(at[1]) - 1]?.querySelector('input')
        if (!input) return
        event.preventDefault()
        input.checked = true
        input.focus()
      },
    },
    h('legend', {}, here.t('wrapUp.legend')),
    choices,
  )
  const given = await ask(here.t('wrapUp'), { yes: here.t('wrapUp.yes'), no: here.t('cancel') }, group)
  if (!given) return false
  const outcome = given.get('outcome') as CallOutcome
  put(here.city, {
    id: id(),
    at: here.now(),
    kind: 'call',
    outcome,
    service: card,
    lang: contact.lang,
    seconds: Math.min(86_400, Math.round((Date.now() - contact.startedAt) / 1000)),
  })
  announce(here.t('logged'))
  return true
}

type Missed = {
  text: string
  service: string | null
  lang: WrittenLanguage
  channel: 'phone' | 'web' | 'whatsapp' | 'teams'
}

/** Writes down what was not found, or a card that is wrong. What is personal is taken out before it is kept anywhere. */
export async function unanswered(here: Here, { text, service, lang, channel }: Missed): Promise<void> {
  const mask = (words: string): string => maskPersonalData(words, here.desk.world.catalogue.publicNumbers).text.trim()
  const given = await ask(
    here.t(service ? 'wrong.title' : 'unanswered'),
    { yes: here.t('unanswered.yes'), no: here.t('cancel') },
    field('text', here.t('unanswered.text'), mask(text), { required: '', maxlength: 500 }),
    field('note', here.t('unanswered.note'), '', { maxlength: 500, autofocus: '' }),
  )
  if (!given) return
  const note = mask(String(given.get('note') ?? ''))
  put(here.city, {
    id: id(),
    at: here.now(),
    kind: 'unanswered',
    text: mask(String(given.get('text') ?? '')),
    service,
    note: note || null,
    channel,
    lang,
  })
  announce(here.t('logged'))
}
