/**
 * `biz_opaque_callback_data`: what we give along with a message comes back in its statuses. It holds our id of what was
 * sent, and whose conversation it is of: a status may name only a phone number where the conversation has another key.
 */

/** The platform's limit, in bytes. */
const mostBytes = 512

const bytes = (text: string): number => new TextEncoder().encode(text).length

/** Null when not even our id fits. */
export function writeCallback(outboxId: string, key: string): string | null {
  const id = encodeURIComponent(outboxId)
  return [`${id}|${key}`, id].find((text) => bytes(text) <= mostBytes) ?? null
}

/** `key` only when it is of a conversation of this number of ours. */
export function readCallback(text: string | null, number: string): { outbox: string | null; key: string | null } {
  const [, id = '', key = ''] = /^([^|]*)\|?(.*)$/s.exec(text ?? '') ?? []
  return { outbox: decoded(id) || null, key: key.startsWith(`${number}:`) ? key : null }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
