import type { Group } from './groups.ts'

const columns = ['city', 'group', 'count', 'question', 'page', 'note', 'channel', 'language', 'at', 'status', 'owner']

/** The list as a table for a spreadsheet (RFC 4180), a line for each time that something was asked. */
export function csvOf(city: string, groups: Group[]): string {
  const lines = groups.flatMap(({ text, entries }) =>
    entries.map(({ text: asked, service, note, channel, lang, at, status, owner }) =>
      [city, text, String(entries.length), asked, service, note, channel, lang, at, status, owner].map(cell).join(','),
    ),
  )
  return `${[columns.join(','), ...lines].join('\r\n')}\r\n`
}

/** What a spreadsheet would take for a formula is text: citizens wrote it. */
function cell(value: string | null): string {
  const text = value ?? ''
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
