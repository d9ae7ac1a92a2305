import type { Catalogue, Place } from '../core/catalogue.ts'
import { fold } from './analysis/fold.ts'

/** A place named in a text: where from, where to, or where it plays. */
export type Mention = { places: Place[]; role: 'from' | 'to' | 'at'; at: number; words: string; byPostcode: boolean }

const from = new Set(['van', 'vanuit', 'uit', 'de', 'depuis', 'from', 'quitte', 'verlaat', 'vertrek', 'vertrokken'])
const to = new Set(['naar', 'nr', 'vers', 'to', 'into', 'richting'])
const inside = new Set([
  'in',
  'te',
  'a',
  'au',
  'at',
  'op',
  't',
  'bij',
  'around',
  'near',
  'regio',
  'stad',
  'gemeente',
  'commune',
  'ville',
  'city',
  'district',
  'wijk',
  'postcode',
])
const longestName = 4
const amounts = /€\s?\d[\d.,]*|(?<!\d)\d[\d.,]*\s?(?:€|euros?\b|eur\b)/giu

/** A sum of money is no postcode; blanks keep every other word at its place. */
const withoutAmounts = (text: string): string => text.replace(amounts, (amount) => ' '.repeat(amount.length))

/**
 * Places and postcodes in a text, exactly as written, never by likeness (`deurne` is not `deerne`). Names that are also
 * ordinary words count only with a capital after a preposition; numbers like 2018 only where no year is meant.
 */
export function findPlaces(text: string, gazetteer: Catalogue['places']): Mention[] {
  const words = [...withoutAmounts(text).matchAll(/[\p{L}\p{N}]+/gu)].map((found) => ({
    raw: found[0],
    plain: plain(found[0]),
    at: found.index,
  }))
  const ordinary = new Set(gazetteer.ordinary)
  const mentions: Mention[] = []
  for (let at = 0; at < words.length; at++) {
    const byCode = postcodeAt(words, at, gazetteer)
    const byName = nameAt(words, at, gazetteer, ordinary)
    const found = byName ?? byCode
    if (!found) continue
    mentions.push({ ...found, role: role(words, at), at: words[at]?.at ?? 0 })
    at += found.length - 1
  }
  return merge(mentions)
}

type Word = { raw: string; plain: string; at: number }
type Found = { places: Place[]; length: number; words: string; byPostcode: boolean }

const plain = (word: string): string => fold(word).trim()

function nameAt(
  words: Word[],
  at: number,
  { names, places }: Catalogue['places'],
  ordinary: Set<string>,
): Found | undefined {
  for (let length = Math.min(longestName, words.length - at); length >= 1; length--) {
    const part = words.slice(at, at + length)
    const name = part.map((word) => word.plain).join(' ')
    const found = Object.hasOwn(names, name) ? names[name] : undefined
    if (!found) continue
    if (ordinary.has(name) && !isWrittenAsPlace(words, at)) return undefined
    const known = found.flatMap((position) => places[position] ?? [])
    return { places: known, length, words: part.map((word) => word.raw).join(' '), byPostcode: false }
  }
  return undefined
}

const isWrittenAsPlace = (words: Word[], at: number): boolean => {
  const before = words[at - 1]?.plain ?? ''
  return (
    /^\p{Lu}/u.test(words[at]?.raw ?? '') &&
    (inside.has(before) || to.has(before) || from.has(before) || /^\d{4}$/.test(before))
  )
}

function postcodeAt(words: Word[], at: number, { postcodes, places, names }: Catalogue['places']): Found | undefined {
  const word = words[at]?.raw ?? ''
  if (!/^[1-9]\d{3}$/.test(word) || (looksLikeYear(word) && !standsAsPostcode(words, at, names))) return undefined
  const found = postcodes[word]
  if (!found) return undefined
  const known = found.flatMap((position) => places[position] ?? [])
  return { places: narrow(known, words[at + 1]?.plain), length: 1, words: word, byPostcode: true }
}

/** With several localities under one postcode, the one that is named next to it. */
const narrow = (places: Place[], next: string | undefined): Place[] => {
  const named = places.filter(({ name }) => plain(name) === next)
  return named.length > 0 ? named : places
}

const looksLikeYear = (word: string): boolean => /^(19|20)\d\d$/.test(word)

function standsAsPostcode(words: Word[], at: number, names: Record<string, number[]>): boolean {
  const before = words[at - 1]?.plain ?? ''
  const after = words[at + 1]?.plain ?? ''
  return /^(postcode|postal|zip|code)$/.test(before) || Object.hasOwn(names, after)
}

function role(words: Word[], at: number): Mention['role'] {
  const article = words[at - 1]?.plain === 'de' && isPreposition(words[at - 2]?.plain)
  const before = [words[at - (article ? 2 : 1)]?.plain ?? '', words[at - 2]?.plain ?? '']
  const nearest = before.find(isPreposition)
  if (nearest && to.has(nearest)) return 'to'
  if (nearest && from.has(nearest)) return 'from'
  return 'at'
}

const isPreposition = (word = ''): boolean => to.has(word) || from.has(word) || inside.has(word)

/** A postcode or city with a part of it next to it is one place: the narrower one. */
function merge(mentions: Mention[]): Mention[] {
  return mentions.filter((mention, at) => {
    const next = mentions[at + 1]
    if (!next || next.at - mention.at > mention.words.length + 2) return true
    const sameCity = mention.places.some(
      ({ city }) => city !== null && next.places.some((place) => place.city === city),
    )
    const code = /^\d/.test(mention.words)
    const wider = code || mention.places.every(({ kind }) => kind === 'city')
    if (sameCity && wider) {
      next.byPostcode ||= code
      next.places = next.places.filter(({ city }) => mention.places.some((place) => place.city === city))
      next.role = mention.role
    }
    return !(sameCity && wider)
  })
}
