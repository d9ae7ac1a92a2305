import type { Catalogue } from '../core/catalogue.ts'
import { mark } from '../core/personal-data.ts'
import { findPlaces, type Mention } from '../search/places.ts'

/** Words that must be left: with fewer, what was told of the person is all that tells what it is about. */
const fewest = 3

/** What tells only who asks goes out before matching: personal data that was hidden, and the neighbourhood. */
export const withoutWhoAsks = (text: string, { places }: Pick<Catalogue, 'places'>): string =>
  withoutNeighbourhood(withoutIdentity(text), places)

/**
 * What ends in hidden personal data tells who asks, not what ("mijn rijksregisternummer is […], hoe staat mijn dossier?"):
 * it goes out, unless next to nothing would be left.
 */
function withoutIdentity(text: string): string {
  if (!text.includes(mark)) return text
  const parts = text.split(/(?<=[.?!;,\n])\s+/)
  const rest = parts.filter((part) => !part.replace(/[.?!;,\s]+$/, '').endsWith(mark)).join(' ')
  return enoughOf(rest) ? rest : text
}

/** The part of a city that somebody lives in ("ik woon in de Brugse Poort") says which counter, not which service. */
function withoutNeighbourhood(text: string, places: Catalogue['places']): string {
  const named = findPlaces(text, places).filter(
    ({ role, places }) => role === 'at' && places.some(({ within }) => within !== undefined),
  )
  const rest = named.reduceRight(without, text)
  return enoughOf(rest) ? rest : text
}

/** A text without a place that it names, and the postcode before it. */
const without = (text: string, { at, until }: Mention): string =>
  text.slice(0, at).replace(/\b\d{4}\s*$/, '') + text.slice(until)

const enoughOf = (text: string): boolean => text.trim().split(/\s+/).length >= fewest
