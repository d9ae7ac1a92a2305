import type { SendResult } from '../../src/core/ports.ts'
import type { Answer } from './answer.ts'
import { codeOf } from './codes.ts'
import { type Content, writing } from './payload.ts'
import { refusalOf } from './refusals.ts'

/** An answer of the platform, read to its end. */
export type Answered = { status: number; answer: Answer; retryAfter: number | null }

/** What an answer means for what was sent. `attempt`: tries before this one. */
export function outcomeOf({ status, answer, retryAfter }: Answered, content: Content, attempt: number): SendResult {
  if (answer.kind === 'accepted' && status >= 200 && status < 300) return { kind: 'sent', platformId: answer.id }
  if (answer.kind !== 'refused') return byStatus(status, retryAfter)
  const code = codeOf(answer.code)
  const refusal = refusalOf(answer.code, answer.subcode)
  if (!refusal) return unknownRefusal(status, retryAfter, code)
  if (refusal.do === 'hold') return { kind: 'hold', code }
  if (refusal.do === 'retry')
    return { kind: 'retry', afterMs: later(refusal.wait?.(attempt) ?? null, retryAfter), code }
  return refusal.do === 'simplify' && content.plain
    ? { kind: 'failed', code, fallback: writing(content.plain) }
    : { kind: 'failed', code }
}

const later = (own: number | null, asked: number | null): number | null =>
  own === null && asked === null ? null : Math.max(own ?? 0, asked ?? 0)

/** An error of theirs may come after the message went out; a refusal of ours does not. */
const unknownRefusal = (status: number, retryAfter: number | null, code: string): SendResult =>
  status >= 500 ? { kind: 'uncertain', code } : { kind: 'retry', afterMs: retryAfter, code }

/** Answers of a gateway in between, which never reached the platform: overloaded, or nobody there to connect to. */
const notReached = new Set([503, 521, 522, 523, 525, 526, 530])

function byStatus(status: number, retryAfter: number | null): SendResult {
  const code = codeOf(`http-${status}`)
  if (status === 401 || status === 403) return { kind: 'hold', code }
  const perhapsArrived = (status >= 200 && status < 300) || (status >= 500 && !notReached.has(status))
  return perhapsArrived ? { kind: 'uncertain', code } : { kind: 'retry', afterMs: retryAfter, code }
}
