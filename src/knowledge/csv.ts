import { parse } from 'csv-parse/sync'

/** Rows of a spreadsheet that was saved as text, by the titles of its columns. Which separator it uses, its first line tells. */
export function csvRows<T extends Record<string, string>>(text: string): T[] {
  const first = text.slice(0, text.indexOf('\n') + 1 || undefined)
  const delimiter = [';', '\t', ','].find((one) => first.includes(one)) ?? ';'
  return parse(text, {
    columns: true,
    delimiter,
    bom: true,
    trim: true,
    relax_column_count: true,
    skip_empty_lines: true,
  }) as T[]
}
