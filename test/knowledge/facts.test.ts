import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { fold } from '../../src/search/analysis/fold.ts'

/** A public fact that was found about a city: what it is about, and how its value begins. */
type Found = { city: string; about: string; kind: string; value: string }

const found = JSON.parse(readFileSync('test/fixtures/facts.json', 'utf8')) as Found[]

/** Part of its words that a record must hold. A line that was split over several records still has most in one of them. */
const enough = 0.6

describe('every public fact is kept, or rejected with a reason', () => {
  it('there are 126', () => expect(found).toHaveLength(126))

  it.each(found)('$city, $about: $kind $value', (fact) => {
    expect(recordsOf(fact.city).some((record) => holds(record, fact))).toBe(true)
  })

  it('would miss a fact that is not there', () => {
    const absent = { city: 'gent', about: 'adreswijziging', kind: 'price', value: '31 euro, 12 euro voor studenten' }
    expect(recordsOf('gent').some((record) => holds(record, absent))).toBe(false)
    const other = { ...absent, kind: 'phone', value: '09 210 10 11 (Gentinfo)' }
    expect(recordsOf('gent').some((record) => holds(record, other))).toBe(false)
  })
})

const known = new Map<string, string[]>()

/** All that each fact of a city says, used or rejected, as folded text. */
function recordsOf(city: string): string[] {
  const read = (name: string): unknown[] => parse(readFileSync(`knowledge/${city}/${name}.yaml`, 'utf8')) ?? []
  const records =
    known.get(city) ?? [...read('facts'), ...read('rejected')].map((record) => fold(stringsIn(record).join(' ')))
  known.set(city, records)
  return records
}

const stringsIn = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : Object.values(value ?? {}).flatMap(stringsIn)

/** By its link, e-mail address or phone number when it has one; else by its words and the numbers in it. */
function holds(record: string, { about, value }: Found): boolean {
  const text = fold(value)
  const links = text.match(/https?:\/\/\S+|www\.\S+|\S+@\S+/g) ?? []
  if (links.length > 0) return links.some((link) => record.includes(link.replace(/[,;)/]+$/, '')))
  const phones = (text.match(/\+?\d[\d ]{7,}\d/g) ?? []).map(digits)
  if (phones.length > 0) return phones.some((phone) => digits(record).includes(phone))
  const words = wordsOf(text)
  const held = new Set(wordsOf(record))
  const numbers = words.filter((word) => /^\d\d/.test(word))
  return (
    share(numbers, held) > enough && share(words.length > 2 ? words : [...words, ...wordsOf(about)], held) >= enough
  )
}

const digits = (text: string): string => text.replace(/(?<=\d)[ .](?=\d)/g, '')
const wordsOf = (text: string): string[] => text.match(/\p{L}{4,}|\d+/gu) ?? []

/** Part of the words that are there, also with another ending. */
function share(words: string[], record: Set<string>): number {
  const held = words.filter(
    (word) =>
      record.has(word) ||
      [...record].some((other) => /^\D/.test(word) && other.startsWith(word.slice(0, Math.max(4, word.length - 3)))),
  )
  return words.length === 0 ? 1 : held.length / words.length
}
