import { stringify } from 'csv-stringify/sync'
import { dateIn } from '../../core/in-words.ts'
import type { CityKnowledge } from '../read.ts'
import { ownersOf } from './held.ts'

/** The check-list that an owner fills in: one line a fact, one for what is missing, in Dutch, for any spreadsheet. */

export const days = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'] as const

export const titles = [
  'code',
  'dienst',
  'wat',
  'nu',
  'volgens',
  'klopt het (ja of nee)',
  'juiste waarde',
  'in het Frans',
  'in het Engels',
  ...days,
  'enkel op afspraak (ja of nee)',
  'nagekeken op (dag-maand-jaar)',
] as const
export type Row = Record<(typeof titles)[number], string>

const kinds: Record<string, string> = {
  cost: 'prijs',
  hours: 'openingsuren',
  phone: 'telefoonnummer',
  address: 'adres',
  email: 'e-mailadres',
  form: 'online formulier',
  url: 'webpagina',
  term: 'hoe lang het duurt',
  documents: 'nodige papieren',
  appointment: 'afspraak',
  rule: 'regel',
  structure: 'hoe het werkt',
}
/** What a citizen needs most comes first: who stops halfway has done the most important half. */
const order = Object.keys(kinds)
const urgency = ['phone', 'address', 'hours', 'appointment', 'cost', 'form']
const rank = (kind: string): number =>
  urgency.includes(kind) ? urgency.indexOf(kind) : urgency.length + order.indexOf(kind)

const empty = Object.fromEntries(titles.map((title) => [title, ''])) as Row

/** Rows of a city, or of one of its organisations: what is missing, then every fact, the most needed kinds first. */
export function sheetRows(city: CityKnowledge, owner?: string): Row[] {
  const names = new Map(city.organisations.map(({ id, name }) => [id, name.nl]))
  const owners = ownersOf(city)
  const ownerOf = (fact: string): string => owners.get(fact) ?? city.city.firstLine.organisation
  const facts = city.facts
    .filter(({ id }) => !owner || ownerOf(id) === owner)
    .toSorted((a, b) => rank(a.kind) - rank(b.kind))
    .map(({ id, kind, label, value, source, statedOn }) => ({
      ...empty,
      code: `feit:${id}`,
      dienst: names.get(ownerOf(id)) ?? '',
      wat: [kinds[kind], label?.nl].filter(Boolean).join(': '),
      nu: typeof value === 'string' ? value : value.nl,
      volgens: [source.title, dateIn('nl', statedOn) ?? 'datum onbekend'].join(', '),
    }))
  return [...missing(city, owner), ...facts]
}

type Missing = Pick<Row, 'code' | 'dienst' | 'wat'>

/** Ways in without a number, and counters without address or hours. */
function missing({ city, locations }: CityKnowledge, owner?: string): Row[] {
  const rows = Object.entries(city.contacts)
    .filter(([, { organisation = city.firstLine.organisation }]) => !owner || organisation === owner)
    .flatMap(([name, { type, label, fact, location: place }]) => {
      if (type === 'phone' && !fact) return [{ code: `telefoon:${name}`, dienst: label.nl, wat: 'telefoonnummer' }]
      const location = locations.find(({ id }) => id === place)
      return location ? ofLocation(location, locations) : []
    })
  const distinct = rows.filter(({ code }, at) => rows.findIndex((other) => other.code === code) === at)
  return distinct.map((row) => ({ ...empty, ...row, nu: 'niet bekend' }))
}

type Location = CityKnowledge['locations'][number]

/** Of a list of counters only the addresses are asked: their hours would take longer than half an hour. */
function ofLocation({ id, name, address, openingHours, members }: Location, all: Location[]): Missing[] {
  if (members.length > 0)
    return all
      .filter((one) => members.includes(one.id) && !one.address)
      .map((one) => ({ code: `adres:${one.id}`, dienst: one.name.nl, wat: 'adres' }))
  return [
    ...(address ? [] : [{ code: `adres:${id}`, dienst: name.nl, wat: 'adres' }]),
    ...(openingHours ? [] : [{ code: `uren:${id}`, dienst: name.nl, wat: 'openingsuren' }]),
  ]
}

/** With semicolons and a mark at the beginning, as the spreadsheets of this country expect. */
export const writeSheet = (city: CityKnowledge, owner?: string): string =>
  stringify(sheetRows(city, owner), {
    header: true,
    columns: [...titles],
    delimiter: ';',
    bom: true,
    quoted_string: false,
  })
