import { type Answer, call, pause } from './http.ts'

/** Citizens on the web, who send again what was not answered. */

const base = '/api/web/v1'

export type Reply = { seq: number; duplicate: boolean; messages: Message[] }
export type Message = { seq: number; id: string; from: string; text: string }

const headers = (worker: string, more: Record<string, string> = {}): Record<string, string> => ({
  'content-type': 'application/json',
  origin: worker,
  ...more,
})

let places = 0

/** A neighbourhood of addresses that no other citizen of this run comes from. */
export function newPlace(): string {
  places++
  return `2001:db8:${(places >> 8).toString(16)}:${((places & 255) << 8).toString(16)}::1`
}

/** Begins a conversation; the token stands in the answer. */
export const begin = (worker: string, place = newPlace()): Promise<Answer> =>
  call(
    'POST',
    `${worker}${base}/sessions`,
    headers(worker, { 'x-test-client-prefix': place }),
    JSON.stringify({ city: 'gent', locale: 'nl' }),
  )

/** The token of a new conversation; tries until there is one. */
export async function newToken(worker: string): Promise<string> {
  for (;;) {
    const answer = await begin(worker).catch(() => null)
    if (answer?.status === 201) return (JSON.parse(answer.text) as { token: string }).token
    await pause(100)
  }
}

/** Says it once. */
export const say = (worker: string, token: string, clientMsgId: string, text: string): Promise<Answer> =>
  call(
    'POST',
    `${worker}${base}/messages`,
    headers(worker, { authorization: `Bearer ${token}` }),
    JSON.stringify({ clientMsgId, type: 'text', text }),
  )

/** Says it until it is answered. */
export async function sayUntilAnswered(worker: string, token: string, id: string, text: string): Promise<Reply> {
  for (;;) {
    const answer = await say(worker, token, id, text).catch(() => null)
    if (answer?.status === 200) return JSON.parse(answer.text) as Reply
    if (answer && answer.status < 500) throw new Error(`the web refused a message with ${answer.status}`)
    await pause(100)
  }
}

/** Everything that was said; asks until it is told. */
export async function history(worker: string, token: string): Promise<Message[]> {
  const all: Message[] = []
  for (;;) {
    const url = `${worker}${base}/messages?after=${all.at(-1)?.seq ?? -1}&limit=200`
    const answer = await call('GET', url, headers(worker, { authorization: `Bearer ${token}` })).catch(() => null)
    if (answer && answer.status !== 200 && answer.status < 500)
      throw new Error(`the web refused a history with ${answer.status}`)
    if (answer?.status !== 200) {
      await pause(100)
      continue
    }
    const { messages } = JSON.parse(answer.text) as { messages: Message[] }
    all.push(...messages)
    if (messages.length < 200) return all
  }
}
