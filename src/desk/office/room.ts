import type { Calendar } from '../../core/hours/opening-hours.ts'
import type { Storage } from '../../core/storage.ts'

/** One desk at work: its storage, its city, and the moment. */
export type Room = {
  storage: Storage
  city: string
  /** The present moment, ISO with offset. */
  clock: () => string
  /** Public holidays of the city. */
  calendar: Pick<Calendar, 'holiday'>
  /** Days that words of citizens are kept. */
  retentionDays: number
  /** Key of the numbers of who wants to be called back; null: none can be kept. */
  callBackKey: string | null
  /** Tells everybody who watches the desk that something changed. */
  announce: (event: DeskChange) => void
}

/** What a desk page hears of: it asks for the rest. No words of a citizen. */
export type DeskChange =
  | { type: 'queue' }
  | { type: 'said' | 'typing' | 'crisis' | 'undelivered'; conversation: string }
  | { type: 'notices' }

export const now = ({ clock }: Pick<Room, 'clock'>): number => Date.parse(clock())

/** A colleague, as far as the desk's own records go. */
export type Agent = { subject: string; name: string | null }
