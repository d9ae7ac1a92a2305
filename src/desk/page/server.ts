import type { Texts } from '../../core/language.ts'
import type { Message } from '../../core/message.ts'
import type { Notice, PublishedNotice } from '../../core/notice.ts'
import type { CallBack } from '../office/call-back.ts'
import type { DeskEntry } from '../office/entry.ts'
import type { Mark, Unanswered } from '../office/missed.ts'
import type { Waiting } from '../office/queue.ts'
import type { Role } from '../roles.ts'

/** The desk's interface, as the page asks it. A refusal is a status; no way to the server is `offline`. */

export type Me = {
  subject: string
  name: string | null
  expires: number
  cities: { city: string; title: Texts; roles: Role[] }[]
}

/** A conversation that a colleague has open. */
export type Chat = Waiting & { messages: Message[]; targets: string[]; heard: string }

export type Answered<T> = { ok: true; value: T } | { ok: false; status: number | 'offline' }

const headers = { 'x-desk': '1', 'content-type': 'application/json' }

async function ask<T>(path: string, init: RequestInit = {}): Promise<Answered<T>> {
  try {
    const response = await fetch(`/api/desk/v1${path}`, { ...init, redirect: 'error' })
    if (!response.ok) return { ok: false, status: response.status }
    return { ok: true, value: (response.status === 204 ? null : await response.json()) as T }
  } catch {
    return { ok: false, status: 'offline' }
  }
}

const post = <T>(path: string, body: unknown, further: Record<string, string> = {}): Promise<Answered<T>> =>
  ask(path, { method: 'POST', headers: { ...headers, ...further }, body: JSON.stringify(body) })

export const me = (): Promise<Answered<Me>> => ask('/me')

/** Everything for one city. */
export function serverFor(city: string) {
  const of = (path: string): string => `${path}?city=${city}`
  const on = (conversation: string, verb: string): string => of(`/conversations/${conversation}/${verb}`)
  return {
    queue: () => ask<Waiting[]>(of('/queue')),
    read: (conversation: string) => ask<Chat>(of(`/conversations/${conversation}`)),
    claim: ({ conversation, version }: Waiting) =>
      post<Waiting>(on(conversation, 'claim'), {}, { 'if-match': `"${version}"` }),
    say: (conversation: string, clientMsgId: string, text: string) =>
      post<null>(on(conversation, 'messages'), { clientMsgId, text }),
    typing: (conversation: string) => post<null>(on(conversation, 'typing'), {}),
    release: (conversation: string) => post<Waiting>(on(conversation, 'release'), {}),
    close: (conversation: string) => post<Waiting>(on(conversation, 'close'), {}),
    transfer: (conversation: string, to: { subject: string; name: string | null }) =>
      post<Waiting>(on(conversation, 'transfer'), to),
    redeem: (code: string) => post<Waiting>(of('/carry-on/redeem'), { code }),
    notices: () => ask<PublishedNotice[]>(of('/notices')),
    publish: (notice: Notice) => post<PublishedNotice>(of('/notices'), notice),
    endNotice: (id: string) => post<PublishedNotice>(of(`/notices/${id}/end`), {}),
    unanswered: () => ask<Unanswered[]>(of('/unanswered')),
    mark: (given: Mark) => post<number>(of('/unanswered'), given),
    /** Where the proposals are, as a file. */
    proposalsAt: `/api/desk/v1${of('/proposals')}`,
    callBacks: () => ask<CallBack[]>(of('/call-backs')),
    openCallBack: (id: string) => post<{ number: string }>(of(`/call-backs/${id}/open`), {}),
    closeCallBack: (id: string) => post<true>(of(`/call-backs/${id}/close`), {}),
    log: (entries: DeskEntry[]) => post<number>(of('/log'), { entries }),
  }
}

export type Server = ReturnType<typeof serverFor>
