import type { Outbound } from './outbound.ts'
import { ours, type Settings } from './settings.ts'

/** What the citizen does, as the platform would write it. */

export type Deed =
  | { kind: 'text'; text: string }
  | { kind: 'tap'; of: string; form: 'button_reply' | 'list_reply'; id: string; title: string }
  | { kind: 'image'; caption: string }
  | { kind: 'voice' }
  | { kind: 'place'; name: string }
  | { kind: 'like'; of: string }

const twoDays = 2 * 24 * 3600

export type Citizen = {
  contact: Record<string, unknown>
  message(deed: Deed): Record<string, unknown>
  /** Whether a message is for them: another phone may have been at this Worker before. */
  is(message: Outbound): boolean
}

/** `run` makes the ids of this run different from those of an earlier one. */
export function citizenOf({ from, username, late }: Settings, run: string): Citizen {
  const userId = `BE.${from.padStart(16, '4')}`
  let count = 0
  return {
    contact: {
      profile: username ? { username: 'noor' } : { name: 'Noor' },
      user_id: userId,
      ...(username ? {} : { wa_id: from }),
    },
    is: ({ to, recipient }) => (to === undefined ? recipient === userId : to === from),
    message: (deed) => ({
      ...(username ? {} : { from }),
      from_user_id: userId,
      id: `wamid.${Buffer.from(`${run}.${++count}`).toString('base64')}`,
      timestamp: String(Math.floor(Date.now() / 1000) - (late ? twoDays : 0)),
      ...partOf(deed),
    }),
  }
}

function partOf(deed: Deed): Record<string, unknown> {
  switch (deed.kind) {
    case 'text':
      return { type: 'text', text: { body: deed.text } }
    case 'tap': {
      const { of, form, id, title } = deed
      return {
        type: 'interactive',
        context: { from: ours.shown, id: of },
        interactive: { type: form, [form]: { id, title } },
      }
    }
    case 'image':
      return {
        type: 'image',
        image: { id: '900100200', mime_type: 'image/jpeg', sha256: 'q83v7w==', caption: deed.caption },
      }
    case 'voice':
      return {
        type: 'audio',
        audio: { id: '900100201', mime_type: 'audio/ogg; codecs=opus', sha256: 'q83v7w==', voice: true },
      }
    case 'place':
      return { type: 'location', location: { latitude: 51.05, longitude: 3.72, name: deed.name } }
    case 'like':
      return { type: 'reaction', reaction: { message_id: deed.of, emoji: '👍' } }
  }
}
