import type { Document, YAMLMap } from 'yaml'
import type { FactKind } from '../../core/fact.ts'
import { csvRows } from '../csv.ts'
import type { CityKnowledge } from '../read.ts'
import { addItem, closeYaml, itemOf, openYaml } from './edit-yaml.ts'
import { hoursIn, hoursText } from './hours-cells.ts'
import { malformed } from './numbers.ts'
import { days, type Row } from './sheet.ts'

/** Texts of the files that a check-list changes. */
export type Files = { facts: string; locations: string; city: string }
export type Imported = { files: Files; confirmed: number; changed: number; problems: string[] }

type Books = { facts: Document; locations: Document; city: Document }
type Work = { books: Books; city: CityKnowledge; day: string; row: Row }
/** What came of a row: it was confirmed or changed, or what is wrong with it. */
type Done = 'confirmed' | 'changed' | { problem: string }

/** A filled-in check-list, written into the files of the city. Rows without a date were not looked at. */
export function importSheet(csv: string, city: CityKnowledge, files: Files, today: string): Imported {
  const rows = csvRows<Row>(csv)
  const books = { facts: openYaml(files.facts), locations: openYaml(files.locations), city: openYaml(files.city) }
  const done = rows.flatMap((row) => {
    const written = row['nagekeken op (dag-maand-jaar)']
    if (!written) return []
    const day = dayIn(written)
    if (!day || day > today) return [{ problem: `${row.code}: "${written}" is geen dag van vandaag of vroeger` }]
    const result = apply({ books, city, day, row })
    return [typeof result === 'string' ? result : { problem: `${row.code}: ${result.problem}` }]
  })
  return {
    files: { facts: closeYaml(books.facts), locations: closeYaml(books.locations), city: closeYaml(books.city) },
    confirmed: done.filter((one) => one === 'confirmed').length,
    changed: done.filter((one) => one === 'changed').length,
    problems: done.flatMap((one) => (typeof one === 'string' ? [] : one.problem)),
  }
}

/** "24-12-2026", "24/12/2026" or "2026-12-24". */
function dayIn(text: string): string | undefined {
  const [, day, month, year] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text) ?? []
  const iso = year ? `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}` : text
  const parsed = /^\d{4}-\d\d-\d\d$/.test(iso) ? new Date(`${iso}T00:00:00Z`) : undefined
  return parsed && !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(iso) ? iso : undefined
}

function apply(work: Work): Done {
  const [what, id = ''] = work.row.code.split(':')
  if (what === 'feit') return ofFact(work, id)
  if (what === 'uren') return ofHours(work, id)
  if (what === 'adres') return addFact(work, 'address', `${id}-adres`, itemOf(work.books.locations, id), 'address')
  if (what === 'telefoon') {
    const contact = work.books.city.getIn(['contacts', id]) as YAMLMap | undefined
    return addFact(work, 'phone', `${id}-telefoon`, contact, 'fact')
  }
  return { problem: 'deze code ken ik niet' }
}

const isYes = (cell: string): boolean => /^(ja|j|x|ok|klopt)$/i.test(cell)
const isNo = (cell: string): boolean => /^(nee|n|neen|fout)$/i.test(cell)

function ofFact({ books, city, day, row }: Work, id: string): Done {
  const item = itemOf(books.facts, id)
  const fact = city.facts.find((one) => one.id === id)
  if (!item || !fact) return { problem: 'dit feit bestaat niet meer' }
  const answer = row['klopt het (ja of nee)']
  if (isYes(answer)) {
    item.set('checkedOn', day)
    return 'confirmed'
  }
  if (!isNo(answer)) return { problem: 'schrijf ja of nee' }
  if (fact.kind === 'hours' && days.some((name) => row[name])) return newHours({ books, city, day, row }, item, id)
  const value = rightValue(row, city, typeof fact.value === 'string')
  if ('problem' in value) return value
  const wrong = malformed({ kind: fact.kind, value: value.value })
  if (wrong) return { problem: wrong }
  change(item, books.facts, value.value, city, day)
  return 'changed'
}

type Value = string | { nl: string; fr?: string; en?: string }

/** The right value; words are needed in every official language, a number or address only once. */
function rightValue(row: Row, { city }: CityKnowledge, plain: boolean): { value: Value } | { problem: string } {
  const texts = { nl: row['juiste waarde'], fr: row['in het Frans'], en: row['in het Engels'] }
  if (!texts.nl) return { problem: 'vul de juiste waarde in' }
  if (plain) return { value: texts.nl }
  const needed = [...city.languages.official, ...city.languages.courtesy]
  const lacking = needed.filter((language) => !texts[language])
  return lacking.length > 0 ? { problem: `de vertaling ontbreekt: ${lacking.join(', ')}` } : { value: texts }
}

/** A value that the city gave itself: it is its own source, of the day on which it was given. */
function change(item: YAMLMap, book: Document, value: Value, { city }: CityKnowledge, day: string): void {
  item.set('value', book.createNode(value))
  item.set('source', book.createNode({ title: `Opgave van ${city.name.nl}`, url: null }))
  item.set('statedOn', day)
  item.set('checkedOn', day)
}

/** A new fact that a location or way in refers to from now on. */
function addFact(work: Work, kind: FactKind, id: string, holder: YAMLMap | undefined, field: string): Done {
  const { books, city, day, row } = work
  const value = row['juiste waarde']
  if (!holder) return { problem: 'deze plaats bestaat niet meer' }
  if (!value) return { problem: 'vul de juiste waarde in' }
  const wrong = malformed({ kind, value })
  if (wrong) return { problem: wrong }
  addOwn(books.facts, { id, kind, value }, city, day)
  holder.set(field, id)
  return 'changed'
}

type Own = { id: string; kind: FactKind; value: Value }

function addOwn(book: Document, { id, kind, value }: Own, { city }: CityKnowledge, day: string): void {
  const source = { title: `Opgave van ${city.name.nl}`, url: null }
  addItem(book, { id, kind, about: [], value, source, statedOn: day, checkedOn: day })
}

function ofHours({ books, city, day, row }: Work, id: string): Done {
  const location = itemOf(books.locations, id)
  if (!location) return { problem: 'deze plaats bestaat niet meer' }
  const hours = hoursOf(row)
  if ('problem' in hours) return hours
  addOwn(books.facts, { id: `${id}-uren`, kind: 'hours', value: hours.value }, city, day)
  location.set('openingHours', books.locations.createNode({ fact: `${id}-uren`, regular: hours.regular }))
  return 'changed'
}

/** Other hours where there were some: in words, and for every counter that has them. */
function newHours({ books, city, day, row }: Work, item: YAMLMap, fact: string): Done {
  const hours = hoursOf(row)
  if ('problem' in hours) return hours
  change(item, books.facts, hours.value, city, day)
  for (const { id, openingHours } of city.locations) {
    if (openingHours?.fact !== fact) continue
    itemOf(books.locations, id)?.setIn(['openingHours', 'regular'], books.locations.createNode(hours.regular))
  }
  return 'changed'
}

function hoursOf(row: Row): { value: Value; regular: object[] } | { problem: string } {
  const regular = hoursIn(row, isYes(row['enkel op afspraak (ja of nee)']))
  if (typeof regular === 'string') return { problem: regular }
  return {
    regular,
    value: { nl: hoursText(regular, 'nl'), fr: hoursText(regular, 'fr'), en: hoursText(regular, 'en') },
  }
}
