import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { identifierForms } from '../../src/core/identifier-forms.ts'
import { mark, maskIdentifiers } from '../../src/core/identifiers.ts'
import { maskPersonalData } from '../../src/core/personal-data.ts'

const pad = (value: number, length: number): string => String(value).padStart(length, '0')

/** National numbers with a right checksum, in the ways people write them. */
const nationalNumber = fc
  .record({
    year: fc.integer({ min: 0, max: 99 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    serial: fc.integer({ min: 1, max: 998 }),
    young: fc.boolean(),
  })
  .map(({ year, month, day, serial, young }) => {
    const base = `${pad(year, 2)}${pad(month, 2)}${pad(day, 2)}${pad(serial, 3)}`
    const check = 97 - (Number(young ? `2${base}` : base) % 97)
    return [base.slice(0, 2), base.slice(2, 4), base.slice(4, 6), base.slice(6), pad(check, 2)]
  })

describe('masking personal data', () => {
  it('finds every national number, with any separators', () => {
    fc.assert(
      fc.property(nationalNumber, fc.constantFrom('.', '-', ' ', '', '/', '\u00a0'), (parts, separator) => {
        const { text, found } = maskPersonalData(`mijn nummer is ${parts.join(separator)} en nu?`)
        expect(found).toEqual(['national-number'])
        expect(text).toBe('mijn nummer is […] en nu?')
      }),
    )
  })

  it.each([
    ['BE68 5390 0754 7034', 'iban'],
    ['jan.peeters@example.be', 'email'],
    ['0470 12 34 56', 'phone'],
    ['+32 9 123 45 67', 'phone'],
    ['1-ABC-234', 'plate'],
  ])('finds %s', (value, kind) => {
    const { text, found } = maskPersonalData(`zie ${value} graag`)
    expect(found).toEqual([kind])
    expect(text).not.toContain(value)
  })

  it.each([
    'BE 0207 451 227',
    'ondernemingsnummer 0212.214.125',
    'postcode 9000',
    'bel 112 of 1813',
    'sinds 12/03/2024',
    'dossier 2024-00123',
    'het kost 29 euro',
    'ik woon hier 15 jaar',
    'op 21 november 2026 om 10 u',
    'nummer 800 van de straat',
    '78 jaar en 3 kinderen',
  ])('leaves "%s" alone', (text) => {
    expect(maskPersonalData(text)).toEqual({ text, found: [] })
  })

  it('leaves public numbers alone', () => {
    expect(maskPersonalData('is 09 210 10 10 juist?', ['09 210 10 10']).found).toEqual([])
  })

  it('finds no identifier where no digit and no @ stands, in no form', () => {
    const without = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[@\p{N}]/gu, ''))
    fc.assert(
      fc.property(without, (text) => {
        expect(maskIdentifiers(text, [], identifierForms).found.size).toBe(0)
      }),
    )
  })

  it.each(['0470 12 34 56', '０４７０１２３４５６', '٠٤٧٠١٢٣٤٥٦', 'jan@example.be'])(
    'looks further at "%s"',
    (text) => {
      expect(maskPersonalData(text).text).toBe(mark)
    },
  )
})
