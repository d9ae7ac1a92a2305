import * as z from 'zod'
import { openingHours } from './hours.ts'
import { id, slug, texts } from './text.ts'

/** CPSV-AP channel types. WhatsApp, Teams and web are adapters, never channels. */
export const channelTypes = ['online', 'phone', 'counter', 'email', 'post', 'video'] as const
export const channelType = z.enum(channelTypes)

/** A way in. The value (number, URL, address) is a fact of the city, named by its id. */
export const channel = z.strictObject({
  type: channelType,
  label: texts,
  /** Id of a fact in the city's facts.yaml that gives the number, URL or e-mail address. */
  fact: slug.optional(),
  /** Id of a location in the city's locations.yaml, for a counter. */
  location: slug.optional(),
  organisation: id.optional(),
  /** When it answers; the hours of a counter stand with its location. */
  openingHours: openingHours.optional(),
})
/** In a service: the name of a contact in city.yaml, or a channel of its own. */
export const channelUse = z.union([slug, channel])

/** Whether one may walk in; `unknown` when the source is silent. */
export const appointment = z.enum(['only', 'mainly', 'none', 'unknown'])
