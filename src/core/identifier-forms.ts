import type { IdentifierForm } from './identifiers.ts'

/** How every identifier that we recognise is written. They are tried in this order. */

const gap = '[\\s\\u00a0./\\-–]{0,3}'
const d = '[0-9\\uff10-\\uff19\\u0660-\\u0669]'
const run = (count: string): string => `(?:${d}${gap}){${count}}${d}`

/** Text, as the browser gets them: compiled for a text that can hold one. */
export const identifierForms: IdentifierForm[] = [
  ['email', String.raw`[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}`, 'gu'],
  ['iban', String.raw`(?<![\p{L}\p{N}])be\s?\d{2}(?:[\s.-]{0,2}\d){12}(?!\p{N})`, 'giu', 'iban'],
  [
    'iban',
    String.raw`(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){2,7}(?:\s?[A-Z0-9]{1,3})?(?![\p{L}\p{N}])`,
    'gu',
    'iban',
  ],
  ['card-number', String.raw`(?<![\p{N}+])${run('11')}(?!\p{N})`, 'gu', 'card'],
  ['national-number', String.raw`(?<![\p{N}+])${run('10')}(?!\p{N})`, 'gu', 'national'],
  // Written as a national number it is treated as one, also with a slip in it.
  ['national-number', String.raw`(?<!\p{N})\d{2}[.\s]\d{2}[.\s]\d{2}\s?[-\u2013]\s?\d{3}[.\s]\d{2}(?!\p{N})`, 'gu'],
  [
    'national-number',
    String.raw`(?<=(?:rijksregister\S*|registre national|national number|insz|niss)\D{0,20})\d(?:[\s./-]{0,2}\d){10}(?!\p{N})`,
    'giu',
  ],
  ['phone', String.raw`(?<!\p{N})(?:\+|00)?${run('8,12')}(?!\p{N})`, 'gu', 'phone'],
  ['plate', String.raw`(?<![\p{L}\p{N}])[1-9][\s-]?[a-z]{3}[\s-]?\d{3}(?![\p{L}\p{N}])`, 'giu'],
]
