import { plainAddress } from '../../core/address-in-text.ts'
import { csvRows } from '../csv.ts'
import type { CityKnowledge } from '../read.ts'
import type { Street } from './streets-file.ts'

/** What a register calls its columns: the first that is there counts. */
const columns = {
  street: ['straat', 'straatnaam', 'street'],
  district: ['district', 'deelgemeente', 'wijk', 'gemeentedeel'],
  postcode: ['postcode', 'postkan', 'postal_code'],
  number: ['huisnummer', 'huisnr', 'number'],
}
type Column = keyof typeof columns

/** An export of an address register as streets, and the rows of which no district can be found. */
export function importStreets(
  csv: string,
  { districts }: Pick<CityKnowledge, 'districts'>,
): { streets: Street[]; left: string[] } {
  const rows = csvRows<Row>(csv)
  const left: string[] = []
  const parts = rows.flatMap((row, at) => {
    const street = cell(row, 'street')
    const district = street ? districtOf(row, districts) : undefined
    if (!street || !district) left.push(`rij ${at + 2}: ${street || 'geen straat'}`)
    return street && district ? [{ street, district, number: Number.parseInt(cell(row, 'number'), 10) }] : []
  })
  return { streets: merged(parts), left }
}

type Row = Record<string, string>
type Part = { street: string; district: string; number: number }
type Districts = CityKnowledge['districts']

const cell = (row: Row, column: Column): string => {
  const name = Object.keys(row).find((key) => columns[column].includes(key.toLowerCase()))
  return (name && row[name]) || ''
}

/** By its name, else by its postcode where that leaves one district. */
function districtOf(row: Row, districts: Districts): string | undefined {
  const named = plainAddress(cell(row, 'district'))
  const byName = districts.find(({ name, aliases }) =>
    [name, ...aliases].some((known) => plainAddress(known) === named),
  )
  if (named && byName) return byName.id
  const [only, other] = districts.filter(({ postcodes }) => postcodes.includes(cell(row, 'postcode')))
  return other === undefined ? only?.id : undefined
}

/** One line for a street in one district; where it lies in several, one line for each run of numbers on each side. */
function merged(parts: Part[]): Street[] {
  return [...Map.groupBy(parts, ({ street }) => street)].flatMap(([street, found]) => {
    const [district = '', ...others] = new Set(found.map((part) => part.district))
    return others.length === 0 ? [{ street, district }] : runs(street, found)
  })
}

function runs(street: string, found: Part[]): Street[] {
  return (['even', 'odd'] as const).flatMap((side) => {
    const own = found
      .filter(({ number }) => (number % 2 === 0) === (side === 'even'))
      .sort((a, b) => a.number - b.number)
    const lines: Street[] = []
    for (const { district, number } of own) {
      const last = lines.at(-1)
      if (last && last.district === district) last.to = number
      else lines.push({ street, district, from: number, to: number, side })
    }
    return lines
  })
}
