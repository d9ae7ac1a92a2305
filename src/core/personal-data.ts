import { hideAddresses, type KnownAddresses, noAddresses } from './address.ts'

/** Recognises personal data by form and checksum, and masks it: at the border, before anything is kept. */

/** `hidden`: masked before, so that its kind is no longer known. */
export type PersonalDataKind =
  | 'national-number'
  | 'card-number'
  | 'iban'
  | 'email'
  | 'phone'
  | 'plate'
  | 'address'
  | 'hidden'

/** What stands where personal data stood. */
export const mark = '[…]'

type Recogniser = { kind: Exclude<PersonalDataKind, 'address'>; form: RegExp; valid: (found: string) => boolean }

const digits = (text: string): string => text.normalize('NFKC').replace(/\D/g, '')
const gap = '[\\s\\u00a0./\\-–]{0,2}'

/** Rijksregister- or BIS-number: 11 digits, 97 − (first nine mod 97), with a 2 in front for births from 2000 on. */
function isNationalNumber(found: string): boolean {
  const number = digits(found)
  if (number.length !== 11) return false
  const month = Number(number.slice(2, 4)) % 20
  const [base, check] = [Number(number.slice(0, 9)), Number(number.slice(9))]
  return month <= 12 && (97 - (base % 97) === check || 97 - ((2_000_000_000 + base) % 97) === check)
}

/** Number of an eID card: 12 digits, first ten mod 97 (0 counts as 97). */
function isCardNumber(found: string): boolean {
  const number = digits(found)
  if (number.length !== 12) return false
  return (Number(number.slice(0, 10)) % 97 || 97) === Number(number.slice(10))
}

/** IBAN by ISO 13616: letters become numbers, the whole mod 97 is 1. */
function isIban(found: string): boolean {
  const plain = found
    .normalize('NFKC')
    .replace(/[^0-9a-z]/gi, '')
    .toUpperCase()
  if (plain.length < 15 || plain.length > 34 || (plain.startsWith('BE') && plain.length !== 16)) return false
  const moved = `${plain.slice(4)}${plain.slice(0, 4)}`.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))
  let rest = 0
  for (const digit of moved) rest = (rest * 10 + Number(digit)) % 97
  return rest === 1
}

/** A Belgian number of 9 (fixed) or 10 (mobile) digits with its 0, or with +32 / 0032. Company numbers are left alone. */
function isPhone(found: string): boolean {
  const number = digits(found).replace(/^(0032|32)0?/, '0')
  if (/^0[04]/.test(number) && /^04[5-9]/.test(number)) return number.length === 10
  if (/^(0800|0900|070|078)/.test(number)) return false
  return /^0[1-9]/.test(number) && number.length === 9
}

const d = '[0-9\\uff10-\\uff19\\u0660-\\u0669]'
const run = (count: string): string => `(?:${d}${gap}){${count}}${d}`

const recognisers: Recogniser[] = [
  {
    kind: 'email',
    form: /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}/gu,
    valid: () => true,
  },
  { kind: 'iban', form: /(?<![\p{L}\p{N}])be\s?\d{2}(?:[\s.-]{0,2}\d){12}(?!\p{N})/giu, valid: isIban },
  {
    kind: 'iban',
    form: /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){2,7}(?:\s?[A-Z0-9]{1,3})?(?![\p{L}\p{N}])/gu,
    valid: isIban,
  },
  { kind: 'card-number', form: new RegExp(`(?<![\\p{N}+])${run('11')}(?!\\p{N})`, 'gu'), valid: isCardNumber },
  { kind: 'national-number', form: new RegExp(`(?<![\\p{N}+])${run('10')}(?!\\p{N})`, 'gu'), valid: isNationalNumber },
  // Written as a national number it is treated as one, also with a slip in it.
  {
    kind: 'national-number',
    form: /(?<!\p{N})\d{2}[.\s]\d{2}[.\s]\d{2}\s?[-–]\s?\d{3}[.\s]\d{2}(?!\p{N})/gu,
    valid: () => true,
  },
  {
    kind: 'national-number',
    form: /(?<=(?:rijksregister\S*|registre national|national number|insz|niss)\D{0,20})\d(?:[\s./-]{0,2}\d){10}(?!\p{N})/giu,
    valid: () => true,
  },
  { kind: 'phone', form: new RegExp(`(?<!\\p{N})(?:\\+|00)?${run('8,12')}(?!\\p{N})`, 'gu'), valid: isPhone },
  { kind: 'plate', form: /(?<![\p{L}\p{N}])[1-9][\s-]?[a-z]{3}[\s-]?\d{3}(?![\p{L}\p{N}])/giu, valid: () => true },
]

export type Masked = { text: string; found: PersonalDataKind[] }

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
  const kept = new Set(keep.map(digits))
  const found = new Set<PersonalDataKind>()
  let masked = text
  for (const { kind, form, valid } of recognisers) {
    masked = masked.replace(form, (match) => {
      if (!valid(match) || (kept.has(digits(match)) && digits(match).length > 2)) return match
      found.add(kind)
      return mark
    })
  }
  const hidden = hideAddresses(masked, known)
  if (hidden.found) found.add('address')
  return { text: hidden.text, found: [...found] }
}
