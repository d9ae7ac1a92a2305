import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mark, maskPersonalData, type PersonalDataKind } from '../../src/core/personal-data.ts'
import { allPhrasings } from '../../src/knowledge/compile/examples.ts'
import { readKnowledge } from '../../src/knowledge/read.ts'
import { worldFixture } from '../fixtures/world.ts'

/** How much of what people write is found, and how much is taken for it that is none. */
const { publicNumbers } = worldFixture().catalogue

const pad = (value: number, length: number): string => String(value).padStart(length, '0')
const integer = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max })

/** Groups of digits, written with a separator that people use. */
const separated = (groups: fc.Arbitrary<string[]>, separators: string[]): fc.Arbitrary<string> =>
  fc.tuple(groups, fc.constantFrom(...separators)).map(([parts, separator]) => parts.join(separator))

const usual = ['', ' ', '.', '-', '/', '\u00a0', ' - ', ' ']

/** Rijksregister and BIS: 97 − (the first nine mod 97), a 2 in front from 2000 on. */
const nationalNumber = separated(
  fc
    .tuple(integer(0, 99), integer(1, 12), fc.constantFrom(0, 20, 40), integer(1, 28), integer(1, 998), fc.boolean())
    .map(([year, month, bis, day, serial, young]) => {
      const base = `${pad(year, 2)}${pad(month + bis, 2)}${pad(day, 2)}${pad(serial, 3)}`
      const check = pad(97 - (Number(young ? `2${base}` : base) % 97), 2)
      return [base.slice(0, 2), base.slice(2, 4), base.slice(4, 6), base.slice(6), check]
    }),
  usual,
)

const cardNumber = separated(
  fc.tuple(integer(590, 595), integer(0, 9_999_999)).map(([series, serial]) => {
    const base = `${series}${pad(serial, 7)}`
    return [base.slice(0, 3), base.slice(3), pad(Number(base) % 97 || 97, 2)]
  }),
  ['', '-', ' ', '.'],
)

const ibanOf = (country: string, account: string): string => {
  const moved = `${account}${country}00`.replace(/[A-Z]/g, (letter) => `${letter.charCodeAt(0) - 55}`)
  return `${country}${pad(Number(98n - (BigInt(moved) % 97n)), 2)}${account}`
}

const iban = fc
  .tuple(
    fc.oneof(
      integer(0, 999_999_999).map((number) => ibanOf('BE', `${pad(number, 9)}123`)),
      integer(0, 999_999_999).map((number) => ibanOf('NL', `INGB0${pad(number, 9)}`)),
      integer(0, 999_999_999).map((number) => ibanOf('DE', `37040044${pad(number, 10)}`)),
      integer(0, 999_999_999).map((number) => ibanOf('FR', `2004101005${pad(number, 11)}06`)),
    ),
    fc.constantFrom('', ' '),
  )
  .map(([plain, separator]) => (plain.match(/.{1,4}/g) ?? []).join(separator))

const word = fc.stringMatching(/^[a-z]{2,9}$/)
const email = fc
  .tuple(word, word, fc.constantFrom('.', '_', '-', ''), fc.constantFrom('be', 'com', 'gent.be', 'co.uk'), word)
  .map(([first, last, joint, end, host]) => `${first}${joint}${last}@${host}.${end}`)

const lead = (local: fc.Arbitrary<string[]>): fc.Arbitrary<string[]> =>
  fc
    .tuple(local, fc.constantFrom('0', '+32', '+32 ', '0032 '))
    .map(([[first = '', ...rest], start]) => [`${start}${first}`, ...rest])

const mobile = separated(
  lead(
    fc
      .tuple(integer(455, 499), integer(0, 999_999))
      .map(([net, rest]) => [`${net}`, ...(pad(rest, 6).match(/../g) ?? [])]),
  ),
  ['', ' ', '.', '/', '\u00a0'],
)
const fixed = separated(
  lead(
    fc
      .tuple(fc.constantFrom('2', '3', '9', '16', '50', '53', '89'), integer(1, 9), integer(0, 999_999))
      .map(([zone, first, rest]) => {
        const local = `${first}${pad(rest, 6)}`.slice(0, 8 - zone.length)
        return [zone, local.slice(0, -4), local.slice(-4, -2), local.slice(-2)]
      }),
  ),
  ['', ' ', '.', '/'],
)

const plate = fc
  .tuple(integer(1, 2), fc.stringMatching(/^[A-Z]{3}$/), integer(100, 999), fc.constantFrom('-', ' ', ''))
  .map(([series, letters, number, joint]) => [series, letters, number].join(joint))

const contexts = [
  (value: string) => value,
  (value: string) => `mijn nummer is ${value}, wat nu?`,
  (value: string) => `Geachte,\n\nIk (${value}) wacht nog altijd op antwoord.`,
  (value: string) => `Kunt u dit nakijken:${value}. Alvast bedankt!`,
  (value: string) => `bonjour, c'est ${value} merci`,
  (value: string) => `“${value}” is dat juist`,
  (value: string) => `ik woon in 9000 Gent sinds 2019 en heb ${value} gekregen op 12/03/2024`,
]

/** A value in a text around it, at times in the digits of another script. */
const written = (value: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(value, fc.constantFrom(...contexts), integer(0, 19))
    .map(([plain, context, script]) => context(script > 1 ? plain : inScript(plain, script === 0 ? 0xff10 : 0x660)))

const inScript = (text: string, zero: number): string =>
  /[a-z]/i.test(text) ? text : text.replace(/\d/g, (digit) => String.fromCharCode(zero + Number(digit)))

const kinds: [PersonalDataKind, fc.Arbitrary<string>, number][] = [
  ['national-number', nationalNumber, 1200],
  ['card-number', cardNumber, 500],
  ['iban', iban, 900],
  ['email', email, 600],
  ['phone', mobile, 800],
  ['phone', fixed, 600],
  ['plate', plate, 400],
]

const asked = kinds.flatMap(([kind, value, count]) =>
  fc.sample(written(value), { numRuns: count, seed: 2026 }).map((text) => ({ kind, text })),
)

describe('personal data, in figures', () => {
  it('is found in 99 of 100 texts, of 5,000 and of each kind', () => {
    expect(asked).toHaveLength(5000)
    const missed = asked.filter(({ text }) => !maskPersonalData(text, publicNumbers).text.includes(mark))
    expect(missed.length / asked.length).toBeLessThanOrEqual(0.01)
    for (const [kind] of kinds) {
      const all = asked.filter((one) => one.kind === kind).length
      expect({ kind, found: 1 - missed.filter((one) => one.kind === kind).length / all >= 0.99 }).toEqual({
        kind,
        found: true,
      })
    }
  })

  it('is not seen in 995 of 1,000 questions that hold none', () => {
    const questions = cleanQuestions()
    expect(questions.length).toBeGreaterThanOrEqual(5000)
    const taken = questions.filter((text) => maskPersonalData(text, publicNumbers).found.length > 0)
    expect(taken.length / questions.length).toBeLessThanOrEqual(0.005)
  }, 90_000)

  const kbo = fc.tuple(integer(2_000_000, 7_999_999), fc.constantFrom('.', ' ', '')).map(([number, joint]) => {
    const base = pad(number, 8)
    const whole = `${base}${pad(97 - (Number(base) % 97), 2)}`
    return [whole.slice(0, 4), whole.slice(4, 7), whole.slice(7)].join(joint)
  })
  const survivors: [string, fc.Arbitrary<string>][] = [
    ['company numbers', kbo.map((number) => `ondernemingsnummer ${number} van mijn zaak`)],
    ['company numbers with BE', kbo.map((number) => `btw BE ${number}`)],
    [
      'case numbers',
      fc.tuple(integer(1990, 2030), integer(1, 99_999)).map(([year, number]) => `dossier ${year}-${pad(number, 5)}`),
    ],
    [
      'permits',
      fc
        .tuple(integer(2015, 2030), integer(1, 999_999))
        .map(([year, number]) => `vergunning OMV_${year}${pad(number, 6)}`),
    ],
    ['postcodes', integer(1000, 9999).map((code) => `ik woon in ${code} en mijn broer in 9000`)],
    [
      'help lines',
      fc
        .constantFrom('112', '101', '1712', '1813', '106', '102', '1700', '078 15 10 20', '0800 12 000')
        .map((line) => `kan ik ${line} bellen`),
    ],
    [
      'dates',
      fc
        .tuple(integer(1, 28), integer(1, 12), integer(1930, 2030))
        .map(([day, month, year]) => `geboren op ${day}/${month}/${year}`),
    ],
    ['prices', integer(1, 9999).map((price) => `ik betaalde ${price},50 euro op 12.03.2024`)],
  ]
  it.each(survivors)('leaves %s alone', (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(maskPersonalData(text, publicNumbers)).toEqual({ text, found: [] })
      }),
      { numRuns: 300 },
    )
  })

  it('stays masked when it is masked again', () => {
    for (const { text } of asked.slice(0, 1000)) {
      const once = maskPersonalData(text, publicNumbers).text
      expect(maskPersonalData(once, publicNumbers).text).toBe(once)
    }
  })
})

/** What editors and testers wrote: ways of asking of every page, and the questions of the open sets. */
function cleanQuestions(): string[] {
  const sets = ['dev', 'dev-2'].flatMap((name) =>
    readFileSync(`test/relevance/${name}.jsonl`, 'utf8')
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { text: string }).text),
  )
  const phrasings = allPhrasings(readKnowledge('knowledge').knowledge).map(({ text }) => text)
  return [...sets, ...phrasings]
}
