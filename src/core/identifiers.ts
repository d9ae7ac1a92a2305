/**
 * Recognises what names a person by itself, by form and checksum: numbers, e-mail addresses, plates. The browser warns
 * of them before anything is sent, by these same rules.
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
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/\D/g, '')
const gap = '[\\s\\u00a0./\\-–]{0,3}'

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
const companyBefore = /(?<!\p{L})(?:be|kbo|bce|btw|tva|vat|(?:ondernemings|entreprise|company)\p{L}*)[^\p{N}]{0,12}$/iu

/** Ten digits with the check of the KBO, in its own form or named so: many begin like the number of a mobile. */
const isCompany: Check = (number, found, before) =>
  /^[01]\d{9}$/.test(number) &&
  97 - (Number(number.slice(0, 8)) % 97) === Number(number.slice(8)) &&
  (/^\d{4}\.\d{3}\.\d{3}$/.test(found) || companyBefore.test(before))

/**
 * A Belgian number of 9 (fixed) or 10 (mobile) digits with its 0, or with +32 / 0032. Numbers of services, and company
 * numbers, are left alone.
 */
const isPhone: Check = (number, found, before) =>
  !isCompany(number, found, before) &&
  /^0(4[5-9]\d{7}|(?!4[5-9]|800|900|7[08])[1-9]\d{7})$/.test(number.replace(/^(0032|32)0?/, '0'))

const d = '[0-9\\uff10-\\uff19\\u0660-\\u0669]'
const run = (count: string): string => `(?:${d}${gap}){${count}}${d}`

const recognisers: [kind: IdentifierKind, form: RegExp, check?: Check][] = [
  ['email', /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}/gu],
  ['iban', /(?<![\p{L}\p{N}])be\s?\d{2}(?:[\s.-]{0,2}\d){12}(?!\p{N})/giu, isIban],
  ['iban', /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){2,7}(?:\s?[A-Z0-9]{1,3})?(?![\p{L}\p{N}])/gu, isIban],
  ['card-number', new RegExp(`(?<![\\p{N}+])${run('11')}(?!\\p{N})`, 'gu'), isCardNumber],
  ['national-number', new RegExp(`(?<![\\p{N}+])${run('10')}(?!\\p{N})`, 'gu'), isNationalNumber],
  // Written as a national number it is treated as one, also with a slip in it.
  ['national-number', /(?<!\p{N})\d{2}[.\s]\d{2}[.\s]\d{2}\s?[-–]\s?\d{3}[.\s]\d{2}(?!\p{N})/gu],
  [
    'national-number',
    /(?<=(?:rijksregister\S*|registre national|national number|insz|niss)\D{0,20})\d(?:[\s./-]{0,2}\d){10}(?!\p{N})/giu,
  ],
  ['phone', new RegExp(`(?<!\\p{N})(?:\\+|00)?${run('8,12')}(?!\\p{N})`, 'gu'), isPhone],
  ['plate', /(?<![\p{L}\p{N}])[1-9][\s-]?[a-z]{3}[\s-]?\d{3}(?![\p{L}\p{N}])/giu],
]

/**
 * The text with every identifier replaced by `[…]`, and the kinds that were found. `keep` lists numbers that are public
 * (help lines, the city's own numbers) and stay.
 */
export function maskIdentifiers(text: string, keep: readonly string[]): { text: string; found: Set<IdentifierKind> } {
  const kept = new Set(keep.map(digits))
  const found = new Set<IdentifierKind>()
  let masked = text
  for (const [kind, form, check] of recognisers) {
    masked = masked.replace(form, (match, at: number, whole: string) => {
      const number = digits(match)
      if (
        check?.(number, match, whole.slice(Math.max(0, at - 40), at)) === false ||
        (number.length > 2 && kept.has(number))
      )
        return match
      found.add(kind)
      return mark
    })
  }
  return { text: masked, found }
}
