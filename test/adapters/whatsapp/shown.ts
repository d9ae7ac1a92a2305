import { type Outbound, outbound } from '../../../src/cli/phone/outbound.ts'
import type { Payload } from '../../../src/core/ports.ts'

/** What the platform gets of a payload, to somebody; it fails a test when the platform would not take it. */
export function taken(payload: Payload): Outbound {
  const { message } = payload as { message: object }
  const parsed = outbound.parse({
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    to: '32470000001',
    ...message,
  })
  if ('status' in parsed) throw new Error('a read mark is no message')
  return parsed
}

/** A choice as it can be tapped. */
export type Tappable = { id: string; title: string; description: string | undefined }

/** The words of a message, and what can be tapped under it. */
export function shown(payload: Payload): { text: string; taps: Tappable[] } {
  const message = taken(payload)
  if (message.type === 'text') return { text: message.text.body, taps: [] }
  const { interactive } = message
  const taps =
    interactive.type === 'button'
      ? interactive.action.buttons.map(({ reply }) => ({ ...reply, description: undefined }))
      : interactive.action.sections.flatMap(({ rows }) =>
          rows.map(({ id, title, description }) => ({ id, title, description })),
        )
  return { text: interactive.body.text, taps }
}
