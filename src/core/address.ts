import { addressesIn, plainAddress } from './address-in-text.ts'
import type { Catalogue, Place } from './catalogue.ts'

/**
 * A street with a house number, as a citizen types it. It is used to find the district and then it is gone: what stays
 * in its place is the name of the city and the district, or nothing.
 */

/** Part of a street that lies in one district: `place` is a position in the list of places. */
export type StreetPart = {
  place: number
  from?: number | undefined
  to?: number | undefined
  side?: 'even' | 'odd' | undefined
}

/** What is needed of the catalogue to find a district, and to leave the addresses of public buildings alone. */
export type KnownAddresses = Pick<Catalogue['places'], 'places' | 'streets'> & { public: readonly string[] }

/** What stands where an address stood, behind its city and district where those are known. */
export const addressMark = '[⌂]'

export const noAddresses: KnownAddresses = { places: [], streets: {}, public: [] }

/** The text with a mark, or the city and district and a mark, in the place of every address. `found`: there was one. */
export function hideAddresses(text: string, known: KnownAddresses): { text: string; found: boolean } {
  if (!/\d/.test(text)) return { text, found: false }
  const spans = addressesIn(text, known.streets).filter(({ from, to }) => !isPublic(text.slice(from, to), known))
  const hidden = spans.reduceRight(
    (rest, { from, to, street, number }) =>
      `${rest.slice(0, from)}${[districtOf(street, number, known), addressMark].filter(Boolean).join(' ')}${rest.slice(to)}`,
    text,
  )
  return { text: hidden, found: spans.length > 0 }
}

const isPublic = (address: string, known: KnownAddresses): boolean => known.public.includes(plainAddress(address))

/** The place of a known street that a text names without a number, when all of it lies in one. */
export function placeOfStreet(text: string, { streets, places }: KnownAddresses): Place | undefined {
  const words = ` ${plainAddress(text)} `
  const named = Object.keys(streets).filter((street) => words.includes(` ${street} `))
  const parts = named.flatMap((street) => streets[street] ?? [])
  const [only, other] = [...new Set(parts.map(({ place }) => place))]
  return other === undefined ? places[only ?? -1] : undefined
}

/** "Stad Deelgemeente" of a known street, when the number leaves one district. */
function districtOf(street: string, number: number, { streets, places }: KnownAddresses): string | undefined {
  const parts = Object.hasOwn(streets, street) ? (streets[street] ?? []) : []
  const fits = parts.filter(
    ({ from = 0, to = Infinity, side }) =>
      from <= number && number <= to && (!side || (side === 'even') === (number % 2 === 0)),
  )
  const [only, other] = [...new Set(fits.map(({ place }) => place))]
  const place = other === undefined ? places[only ?? -1] : undefined
  const city = places.find((one) => one.kind === 'city' && one.city === place?.city)
  return place && [...new Set([city?.name, place.name])].filter(Boolean).join(' ')
}
