import type { PublicOrganisation } from '../core/catalogue.ts'
import type { Match } from '../search/match.ts'
import { wordsOf } from '../search/patterns.ts'
import { findOrganisation, nameIn } from './targets.ts'
import type { World } from './world.ts'

/** Folded names of a body, one a language. */
const namesOf = (body: PublicOrganisation | undefined): string[] =>
  Object.values(body?.name ?? {}).flatMap((name) => (name ? wordsOf(name) : []))

/** Whether a text says a name of several words as it stands. */
export function saysInFull(text: string, body: PublicOrganisation | undefined): boolean {
  const words = ` ${wordsOf(text)} `
  return namesOf(body).some((name) => name.includes(' ') && words.includes(` ${name} `))
}

/**
 * Whether all that a text says of the name of the body it matches best is a place: "ik zoek in Ledeberg een dokter" is not
 * about the welfare office of Ledeberg.
 */
export function isNamedByPlace(text: string, { candidates: [top] }: Match, { catalogue, search }: World): boolean {
  const name = new Set(namesOf(findOrganisation(catalogue, nameIn(top?.target ?? ''))).flatMap((one) => one.split(' ')))
  const said = wordsOf(text)
    .split(' ')
    .filter((word) => name.has(word) && search.analyse(word).terms.length > 0)
  return said.length > 0 && said.every(search.isPlace)
}
