import { hideAddresses, type KnownAddresses, noAddresses } from './address.ts'
import { identifierForms } from './identifier-forms.ts'
import { type IdentifierKind, maskIdentifiers } from './identifiers.ts'

export { mark } from './identifiers.ts'

/** Recognises personal data and masks it: at the border, before anything is kept. */

/** `hidden`: masked before, so that its kind is no longer known. */
export type PersonalDataKind = IdentifierKind | 'address' | 'hidden'

export type Masked = { text: string; found: PersonalDataKind[] }

/** What every form of an identifier holds: a digit, or an @. Without one the forms, slow to compile, wait. */
const mayIdentify = /[@\d\uff10-\uff19\u0660-\u0669]/

/**
 * The text with every piece of personal data replaced by `[…]`, and the kinds that were found. `keep` lists numbers that
 * are public (help lines, the city's own numbers) and stay. A street and number become their city and district, where
 * `known` tells it.
 */
export function maskPersonalData(
  text: string,
  keep: readonly string[] = [],
  known: KnownAddresses = noAddresses,
): Masked {
  const masked = mayIdentify.test(text) ? maskIdentifiers(text, keep, identifierForms) : { text, found: [] }
  const hidden = hideAddresses(masked.text, known)
  return { text: hidden.text, found: [...masked.found, ...(hidden.found ? (['address'] as const) : [])] }
}
