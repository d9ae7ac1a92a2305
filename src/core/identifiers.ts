/**
 * Recognises what names a person by itself, by form and checksum: numbers, e-mail addresses, plates. The browser warns
 * of them before anything is sent, by these same rules: it is told the forms, so that a script that a site has pinned
 * still warns of what we learned to recognise since.
 */

export type IdentifierKind = 'national-number' | 'card-number' | 'iban' | 'email' | 'phone' | 'plate'

/** What stands where personal data stood. */
export const mark = '[…]'

/** `number`: the digits alone, `found`: as it was written, `before`: what stands in front of it. */
type Check = (number: string, found: string, before: string) => boolean

/** Wide digits become plain ones by NFKC, Arabic ones by their place. */
const digits = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u0660-\u0669]/g, (digit) => `${digit.charCodeAt(0) % 16}`)
    .replace(/\D/g, '')

/** Rijksregister- or BIS-number: 11 digits, 97 − (first nine mod 97), with a 2 in front for births from 2000 on. */
const isNationalNumber: Check = (number) => {
  const [base, check] = [Number(number.slice(0, 9)), Number(number.slice(9))]
  const isDated = number.length === 11 && Number(number.slice(2, 4)) % 20 <= 12
  return isDated && [base, 2_000_000_000 + base].some((whole) => 97 - (whole % 97) === check)
}

/** Number of an eID card: 12 digits, first ten mod 97 (0 counts as 97). */
const isCardNumber: Check = (number) =>
  number.length === 12 && (Number(number.slice(0, 10)) % 97 || 97) === Number(number.slice(10))

/** IBAN by ISO 13616: letters become numbers, the whole mod 97 is 1. */
const isIban: Check = (_number, found) => {
  const plain = found
    .normalize('NFKC')
    .replace(/[^0-9a-z]/gi, '')
    .toUpperCase()
  if (!/^(BE.{14}|(?!BE).{15,34})$/.test(plain)) return false
  const moved = `${plain.slice(4)}${plain.slice(0, 4)}`.replace(/[A-Z]/g, (letter) => `${Number.parseInt(letter, 36)}`)
  return BigInt(moved) % 97n === 1n
}

/** Words after which a number is a company's. */
const isNamedCompany = (before: string): boolean =>
  /(?<!\p{L})(?:be|kbo|bce|btw|tva|vat|(?:ondernemings|entreprise|company)\p{L}*)[^\p{N}]{0,12}$/iu.test(before)

/** Ten digits with the check of the KBO, in its own form or named so: many begin like the number of a mobile. */
const isCompany: Check = (number, found, before) =>
  /^[01]\d{9}$/.test(number) &&
  97 - (Number(number.slice(0, 8)) % 97) === Number(number.slice(8)) &&
  (/^\d{4}\.\d{3}\.\d{3}$/.test(found) || isNamedCompany(before))

/**
 * A Belgian number of 9 (fixed) or 10 (mobile) digits with its 0, or with +32 / 0032. Numbers of services, and company
 * numbers, are left alone.
 */
const isPhone: Check = (number, found, before) =>
  !isCompany(number, found, before) &&
  /^0(4[5-9]\d{7}|(?!4[5-9]|800|900|7[08])[1-9]\d{7})$/.test(number.replace(/^(0032|32)0?/, '0'))

/** A browser with an older script may be told of one that it does not know: it leaves that to the server. */
const checks: Partial<Record<string, Check>> = {
  card: isCardNumber,
  iban: isIban,
  national: isNationalNumber,
  phone: isPhone,
}

/** How one kind of identifier is written, as a regular expression and its flags, and what its digits must satisfy. */
export type IdentifierForm = [kind: IdentifierKind, form: string, flags: string, check?: string | undefined]

/**
 * The text with every identifier replaced by `[…]`, and the kinds that were found. `keep` lists numbers that are public
 * (help lines, the city's own numbers) and stay.
 */
export function maskIdentifiers(
  text: string,
  keep: readonly string[],
  forms: readonly IdentifierForm[],
): { text: string; found: Set<IdentifierKind> } {
  const found = new Set<IdentifierKind>()
  let masked = text
  for (const [kind, form, flags, check] of forms) {
    masked = masked.replace(new RegExp(form, flags), (match, at: number, whole: string) => {
      const number = digits(match)
      const before = whole.slice(0, at).slice(-40)
      if (
        (check && !checks[check]?.(number, match, before)) ||
        (number.length > 2 && keep.some((one) => digits(one) === number))
      )
        return match
      found.add(kind)
      return mark
    })
  }
  return { text: masked, found }
}
