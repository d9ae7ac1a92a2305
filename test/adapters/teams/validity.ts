import * as adaptive from 'adaptivecards'
import type { Card, Element } from '../../../adapters/teams/cards/card.ts'

/** What Microsoft's own reader of cards finds wrong with one; empty when it is valid and nothing of it is unknown. */
export function faultsOf(card: Card): string[] {
  const read = new adaptive.AdaptiveCard()
  const context = new adaptive.SerializationContext(adaptive.Versions.v1_5)
  read.parse(JSON.parse(JSON.stringify(card)), context)
  const events = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message)
  const problems = read.validateProperties().validationEvents.map(({ message }) => message)
  const kept = JSON.stringify(sorted(read.toJSON(context) as Json))
  const meant = JSON.stringify(sorted(withoutFallback(card)))
  return [...events, ...problems, ...(kept === meant ? [] : [`not the same when read: ${kept} instead of ${meant}`])]
}

type Json = string | number | boolean | null | Json[] | { [name: string]: Json }

/** Its own writer leaves out what stands for a default, and the older action inside a newer one. */
const defaults: Record<string, unknown> = { horizontalAlignment: 'Left', isMultiSelect: false }

const withoutFallback = (value: unknown): Json =>
  JSON.parse(JSON.stringify(value, (name, one) => (name === 'fallback' ? undefined : one)))

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).filter(([name, one]) => name !== 'fallback' && defaults[name] !== one)
  return Object.fromEntries(entries.sort(([a], [b]) => a.localeCompare(b)).map(([name, one]) => [name, sorted(one)]))
}

/** Every element and action of a card, however deep. */
export function elementsOf(value: unknown): Element[] {
  if (Array.isArray(value)) return value.flatMap(elementsOf)
  if (value === null || typeof value !== 'object') return []
  const own = typeof (value as Element).type === 'string' ? [value as Element] : []
  return [...own, ...Object.values(value).flatMap(elementsOf)]
}
