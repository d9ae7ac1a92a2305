import { capitalIn, gapsIn, wordsIn } from '../core/any-script.ts'
import type { Catalogue, Place } from '../core/catalogue.ts'
import { once } from '../core/once.ts'
import { remembering } from '../core/remembering.ts'
import { fold } from './analysis/fold.ts'
import { longestFrom } from './first-words.ts'

/** A place named in a text: where from, where to, or where it plays. */
export type Mention = {
  places: Place[]
  role: 'from' | 'to' | 'at'
  at: number
  /** Where it ends in the text. */
  until: number
  words: string
  /** With its postcode or its city beside it: no other place of that name is meant. */
  certain: boolean
}

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
const amounts = /\u20ac\s?\d[\d.,]*|(?<!\d)\d[\d.,]*\s?(?:\u20ac|euros?\b|eur\b)/giu

/** A sum of money is no postcode; blanks keep every other word at its place. */
const withoutAmounts = (text: string): string => text.replace(amounts, (amount) => ' '.repeat(amount.length))

/**
 * Places and postcodes in a text, exactly as written, never by likeness (`deurne` is not `deerne`). Names that are also
 * ordinary words count only with a capital after a preposition; numbers like 2018 only where no year is meant.
 */
export function findPlaces(text: string, gazetteer: Catalogue['places']): readonly Mention[] {
  const find = finders.get(gazetteer) ?? remembering(lastTexts, (one: string) => placesIn(one, gazetteer))
  finders.set(gazetteer, find)
  return find(text)
}

/** Texts of which the places are kept: several steps of a turn ask for those of the message. They are never changed. */
const lastTexts = 2
const finders = new WeakMap<Catalogue['places'], (text: string) => readonly Mention[]>()

function placesIn(text: string, gazetteer: Catalogue['places']): Mention[] {
  const words = [...withoutAmounts(text).matchAll(wordsIn(text))].map((found) => ({
    raw: found[0],
    plain: plain(found[0]),
    at: found.index,
  }))
  const mentions: Mention[] = []
  for (let at = 0; at < words.length; at++) {
    const byCode = postcodeAt(words, at, gazetteer)
    const byName = nameAt(words, at, gazetteer)
    const found = byName ? elsewhereNearby(byName, words, at, gazetteer) : (byCode ?? foreignCode(words, at, gazetteer))
    if (!found) continue
    const [first, last] = [words[at] as Word, words[at + found.length - 1] as Word]
    mentions.push({ ...found, role: role(words, at), at: first.at, until: last.at + last.raw.length })
    at += found.length - 1
  }
  return merge(mentions)
}

type Word = { raw: string; plain: string; at: number }
type Found = { places: Place[]; length: number; words: string; certain: boolean }

const plain = (word: string): string => fold(word).trim()

/** Whether a folded word is one of the name of a place. */
export function isPlaceName({ names }: Catalogue['places']): (word: string) => boolean {
  const words = once(() => new Set(Object.keys(names).flatMap((name) => name.split(' '))))
  return (word) => words().has(word)
}

function nameAt(words: Word[], at: number, gazetteer: Catalogue['places']): Found | undefined {
  const longest = longestFrom(gazetteer.openings, words[at]?.plain ?? '')
  if (longest === 0) return undefined
  const { names, ordinary } = gazetteer
  for (let length = Math.min(longestName, longest, words.length - at); length >= 1; length--) {
    const part = words.slice(at, at + length)
    const name = part.map((word) => word.plain).join(' ')
    const found = Object.hasOwn(names, name) ? names[name] : undefined
    if (!found) continue
    if (ordinary.includes(name) && !isWrittenAsPlace(words, at, names)) return undefined
    const known = found.flatMap((position) => gazetteer.places[position] ?? [])
    return { places: known, length, words: part.map((word) => word.raw).join(' '), certain: false }
  }
  return undefined
}

const isWrittenAsPlace = (words: Word[], at: number, names: Record<string, number[]>): boolean => {
  const before = words[at - 1]?.plain ?? ''
  const written = words[at]?.raw ?? ''
  return (
    capitalIn(written).test(written) &&
    (Object.hasOwn(names, before) || inside.has(before) || to.has(before) || from.has(before) || /^\d{4}$/.test(before))
  )
}

function postcodeAt(words: Word[], at: number, gazetteer: Catalogue['places']): Found | undefined {
  const word = words[at]?.raw ?? ''
  if (!/^[1-9]\d{3}$/.test(word) || (looksLikeYear(word) && !standsAsPostcode(words, at, gazetteer.names)))
    return undefined
  const found = gazetteer.postcodes[word]
  if (!found) return undefined
  const known = found.flatMap((position) => gazetteer.places[position] ?? [])
  return { places: narrow(known, words[at + 1]?.plain), length: 1, words: word, certain: true }
}

/** With several localities under one postcode, the one that is named next to it. */
const narrow = (places: Place[], next: string | undefined): Place[] => {
  const named = places.filter(({ name }) => plain(name) === next)
  return named.length > 0 ? named : places
}

/** "3290 Deurne", "Deurne (Diest)": the same name, in a municipality that is not ours. */
function elsewhereNearby(found: Found, words: Word[], at: number, { postcodes }: Catalogue['places']): Found {
  const before = words[at - 1]?.raw ?? ''
  if (/^[1-9]\d{3}$/.test(before) && !looksLikeYear(before) && !postcodes[before]) return notOurs(found)
  const after = words.slice(at + found.length, at + found.length + 4).map((word) => word.plain)
  const named = isPreposition(after[0]) ? after.slice(1).join(' ') : after.join(' ')
  const others = found.places.flatMap(({ alsoIn }) => alsoIn.flatMap(namesOf))
  return others.some((other) => `${named} `.startsWith(`${other} `)) ? notOurs(found) : found
}

/** "Deurne (Nederland)" is told by its country as well. */
const namesOf = (other: string): string[] =>
  other
    .split(/[()]/)
    .map((part) => part.split(gapsIn(part)).map(plain).join(' ').trim())
    .filter(Boolean)

const notOurs = (found: Found): Found => ({
  ...found,
  certain: true,
  places: [{ id: 'elders', name: found.words, city: null, kind: 'elsewhere', alsoIn: [] }],
})

/** A postcode that is not ours, where it can be nothing else. */
function foreignCode(words: Word[], at: number, { postcodes }: Catalogue['places']): Found | undefined {
  const word = words[at]?.raw ?? ''
  const before = words[at - 1]?.plain ?? ''
  if (!/^[1-9]\d{3}$/.test(word) || looksLikeYear(word) || postcodes[word]) return undefined
  if (!isCodeWord.test(before) && !(isPreposition(before) && livesThere.test(words[at - 2]?.plain ?? '')))
    return undefined
  return notOurs({ places: [], length: 1, words: word, certain: true })
}

const isCodeWord = /^(postcode|postal|zip|code)$/
const livesThere = /^(woon|wonen|woont|habite|habitons|live)$/

const looksLikeYear = (word: string): boolean => /^(19|20)\d\d$/.test(word)

function standsAsPostcode(words: Word[], at: number, names: Record<string, number[]>): boolean {
  const told = words[at - 1]?.plain ?? ''
  const before = /^(is|van|de|est)$/.test(told) ? (words[at - 2]?.plain ?? '') : told
  const after = words[at + 1]?.plain ?? ''
  return isCodeWord.test(before) || Object.hasOwn(names, after)
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

/** A part of a city with its postcode or city next to it, before or after, is one place: the narrower one. */
function merge(mentions: Mention[]): Mention[] {
  const kept: Mention[] = []
  for (const mention of mentions) {
    const before = kept.at(-1)
    if (before && isNext(before, mention) && sharesCity(before, mention) && width(before) !== width(mention)) {
      const narrow = width(mention) > width(before) ? before : mention
      kept[kept.length - 1] = { ...become(narrow, before === narrow ? mention : before), role: before.role }
    } else kept.push(mention)
  }
  return kept.map((mention) => {
    const city = kept.find((other) => other !== mention && isWholeCity(other) && sharesCity(other, mention))
    return city && !isWholeCity(mention) ? become(mention, city) : mention
  })
}

/** With at most a bracket, comma or hyphen between them. */
const isNext = (before: Mention, next: Mention): boolean => next.at - before.until <= 2

const isWholeCity = ({ places }: Mention): boolean => places.every(({ kind }) => kind === 'city')
/** A city holds what its postcodes hold, and a postcode holds its villages. */
const width = (mention: Mention): number => (/^\d/.test(mention.words) ? 1 : isWholeCity(mention) ? 2 : 0)

const sharesCity = ({ places }: Mention, { places: others }: Mention): boolean =>
  places.some(({ city }) => city !== null && others.some((other) => other.city === city))

/** A place with its postcode or city beside it is the one there, whatever else bears its name. */
const become = (mention: Mention, beside: Mention): Mention => ({
  ...mention,
  certain: true,
  places: mention.places.filter(({ city }) => beside.places.some((place) => place.city === city)),
})
