import type { Incoming } from '../activity.ts'
import type { Key } from './keys.ts'
import { refusal } from './refusal.ts'

const ours = 'msteams'

/** Check 8: it comes from Teams, and the key may sign for Teams. */
export const checkChannel = ({ channelId }: Incoming, { endorsements }: Key): Response | null =>
  channelId === ours && endorsements.includes(channelId) ? null : refusal(403)
