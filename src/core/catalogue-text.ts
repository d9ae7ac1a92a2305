import type { Catalogue, Channel, City, CrisisKind } from './catalogue.ts'

/**
 * The compiled content as text, a line a piece: the first line holds everything but pages, sentences, ways in and what
 * few questions ask for, which stand on a line of their own and are read when somebody first asks for one (decision
 * 0067). A way in that many pages share is written once. All signs are ASCII: such a text is loaded and parsed as bytes.
 */

type Texts = Record<string, unknown>

/** The records of a catalogue, and of a city, whose entries are pieces. */
const inPieces = ['concepts', 'referrals', 'about', 'lifeEvents', 'messages'] as const satisfies (keyof Catalogue)[]
const inPiecesOfCity = ['services', 'organisations'] as const satisfies (keyof City)[]

/** What is a piece as a whole: few questions ask for it. */
const onePiece = ['ambiguities', 'organisationNames'] as const satisfies (keyof Catalogue)[]
const onePieceOfCity = ['topics'] as const satisfies (keyof City)[]
const onePieceOfPlaces = ['places', 'names'] as const satisfies (keyof Catalogue['places'])[]
const onePieceOfCrisis = ['reply', 'lines', 'signs'] as const satisfies (keyof CrisisKind)[]

export function writeCatalogue(catalogue: Catalogue): string {
  const lines: string[] = []
  const positions = new Map<string, number>()
  const positionOf = (piece: unknown): number => {
    const text = JSON.stringify(piece)
    const position = positions.get(text) ?? lines.push(text)
    positions.set(text, position)
    return position
  }
  const whole = (holder: object, names: readonly string[]): Texts =>
    Object.fromEntries(names.map((name) => [name, positionOf(Reflect.get(holder, name))]))
  const each = (record: Texts): Texts =>
    Object.fromEntries(Object.entries(record).map(([id, one]) => [id, positionOf(one)]))
  const withChannels = <Holder extends { channels: Channel[] }>(holder: Holder) => ({
    ...holder,
    channels: holder.channels.map(positionOf),
  })
  const cities = Object.entries(catalogue.cities).map(([slug, city]) => {
    const pages = inPiecesOfCity.map((name) => {
      const held = Object.entries<{ channels: Channel[] }>(city[name])
      return [name, each(Object.fromEntries(held.map(([id, page]) => [id, withChannels(page)])))]
    })
    const rest = { firstLine: withChannels(city.firstLine), ...whole(city, onePieceOfCity) }
    return [slug, { ...city, ...rest, ...Object.fromEntries(pages) }]
  })
  const records = inPieces.map((name) => [name, each(catalogue[name])])
  const places = { ...catalogue.places, ...whole(catalogue.places, onePieceOfPlaces) }
  const crisis = catalogue.crisis.map((kind) => ({ ...kind, ...whole(kind, onePieceOfCrisis) }))
  const patterns = { ...catalogue.patterns, talk: each(catalogue.patterns.talk) }
  const pieces = { ...whole(catalogue, onePiece), ...Object.fromEntries(records), crisis, patterns }
  const first = { ...catalogue, ...pieces, places, cities: Object.fromEntries(cities) }
  return inAscii([JSON.stringify(first), ...lines].join('\n'))
}

const inAscii = (json: string): string =>
  json.replace(/[^\n\x20-\x7e]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** Pages that share a way in share the object: nobody changes a catalogue that was read. */
export function readCatalogue(text: string): Catalogue {
  const lines = text.split('\n')
  const pieceAt = (position: number): unknown => JSON.parse(lines[position] ?? '')
  const ways: Channel[] = []
  const wayIn = (position: number): Channel => {
    ways[position] ??= pieceAt(position) as Channel
    return ways[position]
  }
  const withWays = (holder: unknown): unknown => {
    const { channels } = holder as { channels: number[] }
    return Object.assign(holder as object, { channels: channels.map(wayIn) })
  }
  const catalogue = pieceAt(0) as Catalogue
  whenAsked(catalogue, onePiece, pieceAt)
  whenAsked(catalogue.places, onePieceOfPlaces, pieceAt)
  whenAsked(catalogue.patterns.talk, Object.keys(catalogue.patterns.talk), pieceAt)
  for (const kind of catalogue.crisis) whenAsked(kind, onePieceOfCrisis, pieceAt)
  for (const name of inPieces) whenAsked(catalogue[name], Object.keys(catalogue[name]), pieceAt)
  for (const city of Object.values(catalogue.cities)) {
    withWays(city.firstLine)
    whenAsked(city, onePieceOfCity, pieceAt)
    for (const name of inPiecesOfCity)
      whenAsked(city[name], Object.keys(city[name]), (position) => withWays(pieceAt(position)))
  }
  return catalogue
}

/** Makes entries of a record, which are positions, into what stands there: read once, when it is asked for. */
function whenAsked(record: object, ids: readonly string[], read: (position: number) => unknown): void {
  for (const id of ids) {
    const position: unknown = Reflect.get(record, id)
    const get = (): unknown => {
      const value = read(position as number)
      Object.defineProperty(record, id, { value, enumerable: true })
      return value
    }
    Object.defineProperty(record, id, { get, enumerable: true, configurable: true })
  }
}
