import type { Search } from './search-index.ts'

/** Whether a text says a word of the name of one of these labels, or of the words that content lists for it. */
export function names(search: Search, text: string, labels: string[]): boolean {
  const { terms } = search.meant(text)
  const found = search.index.search([...new Set(terms)].join(' '), {
    fields: ['name', 'words'],
    boostDocument: (id) => (labels.includes(id as string) ? 1 : 0),
  })
  return found.length > 0
}
