import type { Problem } from '../problem.ts'

/** A line of `knowledge/<city>/streets.tsv`: a street, or the part of it that lies in one district. */
export type Street = {
  street: string
  /** Id in districts.yaml. */
  district: string
  from?: number | undefined
  to?: number | undefined
  side?: 'even' | 'odd' | undefined
}

export const header = ['straat', 'district', 'van', 'tot', 'kant']
const sides: Record<string, Street['side']> = { '': undefined, even: 'even', oneven: 'odd' }
const sideNames = { even: 'even', odd: 'oneven' }

/** Reads the file; lines that begin with # tell where it comes from. Problems name the line. */
export function parseStreets(text: string, file: string): { streets: Street[]; problems: Problem[] } {
  const problems: Problem[] = []
  const lines = text.split(/\r?\n/).map((line, at) => ({ cells: line.split('\t'), line, number: at + 1 }))
  const filled = lines.filter(({ line }) => line.trim() !== '' && !line.startsWith('#'))
  const [first, ...rest] = filled
  if (first?.cells.join() !== header.join())
    problems.push({ file, field: '', message: `de eerste regel moet zijn: ${header.join(' ')} (met tabs)` })
  const streets = rest.flatMap(({ cells, number }) => {
    const found = streetOf(cells)
    if (typeof found !== 'string') return [found]
    problems.push({ file, field: `regel ${number}`, message: found })
    return []
  })
  return { streets, problems }
}

/** A street, or what is wrong with the line. */
function streetOf(cells: string[]): Street | string {
  const [street = '', district = '', from = '', to = '', side = ''] = cells.map((cell) => cell.trim())
  if (cells.length > header.length) return 'er staan te veel kolommen'
  if (!street || !district) return 'straat en district zijn nodig'
  if (![from, to].every((number) => /^\d{0,4}$/.test(number))) return 'van en tot zijn huisnummers, of leeg'
  if (!Object.hasOwn(sides, side)) return 'kant is even, oneven of leeg'
  return { street, district, from: numberIn(from), to: numberIn(to), side: sides[side] }
}

const numberIn = (cell: string): number | undefined => (cell === '' ? undefined : Number(cell))

/** The file for these streets, sorted, under the lines that tell where they come from. */
export function writeStreets(streets: Street[], comments: string[]): string {
  const rows = streets.map(({ street, district, from, to, side }) =>
    [street, district, from ?? '', to ?? '', side ? sideNames[side] : ''].join('\t').trimEnd(),
  )
  return [...comments.map((line) => `# ${line}`), header.join('\t'), ...rows.sort()].join('\n').concat('\n')
}
