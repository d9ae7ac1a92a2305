import { mark } from '../core/personal-data.ts'

/** Words that must be left: with fewer, what was told of the person is all that tells what it is about. */
const fewest = 3

/**
 * What ends in hidden personal data tells who asks, not what ("mijn rijksregisternummer is […], hoe staat mijn dossier?"):
 * it goes out before matching, unless next to nothing would be left.
 */
export function withoutIdentity(text: string): string {
  if (!text.includes(mark)) return text
  const parts = text.split(/(?<=[.?!;,\n])\s+/)
  const rest = parts.filter((part) => !part.replace(/[.?!;,\s]+$/, '').endsWith(mark)).join(' ')
  return rest.split(/\s+/).length >= fewest ? rest : text
}
