import type { Message } from '../../../../src/core/message.ts'
import type { HandoffState } from '../../../../src/core/ports.ts'
import type { Unsent } from '../kept.ts'
import { call } from './api.ts'
import { readEvents } from './events.ts'
import { chosen, keep, kept, scene } from './scene.ts'

/** The conversation as this browser knows it. The server has the truth, and all but what was not sent yet. */

export type Trouble = { kind: 'offline' | 'broken' | 'refused' | 'wait'; seconds: number }
/** How it stands with a person who was asked for. */
export type Standing = Pick<HandoffState, 'state' | 'place' | 'waitMinutes' | 'callBack' | 'messages'>
export type Suggestion = { label: string; text: string }

export type Listener = {
  /** What there is to show changed; `arrived` is new from the other side, to be told. */
  changed(arrived: Message[]): void
  waiting(on: boolean): void
  trouble(trouble: Trouble | undefined): void
  /** The conversation of before had ended, and this is a new one. */
  renewed(): void
  /** A person was asked for in words. */
  queued(): void
  handedOver(toDesk: boolean): void
  typing(on: boolean): void
  erased(): void
}

type Replies = { seq?: number; messages?: Message[] }
/** What tabs of one site tell each other: a second tab's own storage does not hold the conversation. */
type Told = 'hello' | 'news' | 'erased' | { token: string; begin: number }

const pageLength = 200

let on: Listener
let tabs: BroadcastChannel
let beginning: Promise<Trouble | undefined> | undefined
let sending = false
let again: ReturnType<typeof setTimeout> | undefined
let listening = false
let typedAt = 0
const known = new Map<number, Message>()

export const messages = (): Message[] => [...known.values()].sort((a, b) => a.seq - b.seq)
export const unsent = (): Unsent[] => kept().unsent ?? []

const seen = (): number => Math.max(kept().begin ?? 0, ...known.keys())

const take = (all: Message[], quietly = false): void => {
  const fresh = all.filter(({ seq }) => seq > (kept().begin ?? 0) && !known.has(seq))
  for (const message of fresh) known.set(message.seq, message)
  if (fresh[0]) on.changed(quietly ? [] : fresh.filter(({ from }) => from !== 'citizen'))
}

/** Everything after what we have; `quietly` what was said before this page was there. */
const load = async (quietly = false): Promise<void> => {
  if (!kept().token) return
  const [status, said] = await call<Replies>(`messages?after=${seen()}&limit=${pageLength}`)
  if (status === 401) forget()
  take(said?.messages ?? [], quietly)
  if (said?.messages?.length === pageLength) return load(quietly)
  void listen()
}

const forget = (): void => {
  known.clear()
  keep({ token: undefined, begin: 0, handedOff: false })
}

/** A session, which begins with the first thing that is written: nobody gets one by only looking. */
const session = async (): Promise<Trouble | undefined> => {
  if (kept().token) return undefined
  beginning ??= begin().finally(() => {
    beginning = undefined
  })
  return beginning
}

const begin = async (): Promise<Trouble | undefined> => {
  const topic = scene.host.getAttribute('topic')
  const asked = { city: scene.config.city, locale: chosen(), topic }
  const [status, said] = await call<{ token: string; seq: number }>('sessions', asked)
  if (!said?.token) return troubleOf(status, said)
  keep({ token: said.token, begin: said.seq })
  return undefined
}

const kinds: Record<number, Trouble['kind']> = { 0: 'offline', 403: 'refused', 429: 'wait' }

const troubleOf = (status: number, said?: { retryAfter?: number }): Trouble => ({
  kind: kinds[status] ?? 'broken',
  seconds: said?.retryAfter ?? 15,
})

/** Sends what waits, in order; what could not go stays, and goes later under the same id. */
export const flush = async (): Promise<void> => {
  if (sending || !unsent()[0]) return
  sending = true
  clearTimeout(again)
  on.waiting(true)
  let trouble: Trouble | undefined
  for (let [next] = unsent(); next && !trouble; [next] = unsent()) trouble = await send(next)
  sending = false
  on.waiting(false)
  on.trouble(trouble)
  if (trouble && trouble.kind !== 'refused') again = setTimeout(flush, trouble.seconds * 1000)
}

const send = async (item: Unsent, renewed = false): Promise<Trouble | undefined> => {
  const trouble = await session()
  if (trouble) return trouble
  const { id, text, choice } = item
  const what = choice ? { type: 'choice', messageId: choice.of, choiceId: choice.id } : { type: 'text', text }
  const [status, said] = await call<Replies>('messages', { clientMsgId: id, locale: chosen(), ...what })
  if (status === 401 && !renewed) {
    if (known.size > 0) on.renewed()
    forget()
    return send(item, true)
  }
  const others = unsent().filter((other) => other.id !== id)
  if (status !== 200 && status !== 202) {
    // Not wanted as it is: back to the field, where it can be mended.
    if (status < 500 && !kinds[status]) {
      keep({ unsent: others, draft: text })
      on.changed([])
    }
    return troubleOf(status, said)
  }
  keep({ unsent: others })
  const replies = said?.messages ?? []
  const seq = Math.min(...replies.map((reply) => reply.seq - 1), said?.seq ?? seen() + 1)
  take([{ ...item, seq } as Message, ...replies])
  share('news')
  if (status === 202) keep({ handedOff: true })
  if (replies.some(({ outcome }) => outcome === 'handed-off')) on.queued()
  void listen()
  return undefined
}

export const say = (text: string, choice?: Unsent['choice']): void => {
  // `crypto.randomUUID` is not there on pages without https.
  const id = crypto.getRandomValues(new Uint32Array(4)).join('-')
  keep({ unsent: [...unsent(), { id, from: 'citizen', at: new Date().toISOString(), text, choice }], draft: '' })
  on.changed([])
  void flush()
}

/**
 * Follows the conversation while a person has it: opens the stream again with jitter when it ends, waits longer after
 * each failure up to half a minute, and after three failures asks for what is new instead.
 */
const listen = async (): Promise<void> => {
  if (listening) return
  listening = true
  for (let failures = 0; kept().handedOff && listening; ) {
    failures = (await readEvents(seen(), heard).catch(() => false)) ? 0 : failures + 1
    if (failures > 3) await load()
    await new Promise((resolve) => setTimeout(resolve, (500 + Math.random() * 2500) * Math.min(2 ** failures, 10)))
  }
  listening = false
}

const heard = (type: string, said: unknown): void => {
  if (type === 'message') {
    on.typing(false)
    take([said as Message])
  } else if (type === 'typing') on.typing((said as { on: boolean }).on)
  else if (type === 'agent_joined') on.handedOver(true)
  else if (/left|closed/.test(type)) {
    keep({ handedOff: false })
    on.handedOver(false)
  }
}

export const suggest = async (text: string): Promise<Suggestion[]> => {
  if (await session()) return []
  const [, said] = await call<{ suggestions: Suggestion[] }>('suggest', { text })
  return said?.suggestions ?? []
}

export const judge = async (messageId: string, value: 1 | -1, comment?: string): Promise<boolean> =>
  (await call('feedback', { messageId, value, comment }))[0] === 204

/** Asks for a person, or how that stands, which is also said in the conversation. No state when it could not be asked. */
export const handOff = async (): Promise<Partial<Standing> | undefined> => {
  if (await session()) return undefined
  const [, said] = await call<Partial<Standing>>('handoff', { reason: 'user' })
  if (said?.state && said.state !== 'nobody') keep({ handedOff: true })
  await load()
  return said
}

/** Leaves a number to be called on, which is said in the conversation without it. False when nobody took it. */
export const callBack = async (number: string): Promise<boolean> => {
  const [status] = await call('call-back', { number })
  await load()
  return status === 201
}

/** Erases it here, in other tabs and at the server; false when that could not be reached. */
export const erase = async (): Promise<boolean> => {
  const status = kept().token ? (await call('session', undefined, 'DELETE'))[0] : 204
  if (status !== 204 && status !== 401) return false
  share('erased')
  wipe()
  return true
}

const wipe = (): void => {
  clearTimeout(again)
  known.clear()
  scene.kept.forget()
  on.erased()
}

/** Shown to a person at the desk, a few times a minute. */
export const typing = (): void => {
  if (!kept().handedOff || Date.now() - typedAt < 3000) return
  typedAt = Date.now()
  void call('typing', {})
}

const share = (told: Told): void => tabs.postMessage(told)

const told = ({ data }: MessageEvent<Told>): void => {
  const { token, begin = 0 } = kept()
  if (data === 'hello' && token) share({ token, begin })
  else if (data === 'news') void load()
  else if (data === 'erased') wipe()
  else if (typeof data === 'object' && !token) {
    keep(data)
    void load(true)
  }
}

/** Takes up the conversation of this tab, or of another one on this site. */
export const takeUp = (listener: Listener, signal: AbortSignal): void => {
  on = listener
  known.clear()
  tabs = new BroadcastChannel(`loketwijzer:${scene.config.city}`)
  tabs.onmessage = told
  share('hello')
  addEventListener('online', flush, { signal })
  signal.addEventListener('abort', () => {
    tabs.close()
    listening = false
    clearTimeout(again)
  })
  void load(true).then(flush)
}
