import type { Problem } from '../problem.ts'
import { type Voice, voices } from '../schema/phrasings.ts'

type ByVoice = Partial<Record<Voice, string[]>> | undefined

/** Likeness of two phrasings above which they count as the same one, after removing the service's own nouns. */
const tooAlike = 0.6

/**
 * Phrasings must differ from each other: no duplicates, pairwise trigram Jaccard below 0.6 once the service's own
 * nouns are gone, and at most three that begin with the same three words.
 */
export function distinctPhrasings(file: string, field: string, byVoice: ByVoice, nouns: string[]): Problem[] {
  const lines = voices.flatMap((voice) => (byVoice?.[voice] ?? []).map((text) => ({ voice, text })))
  return [...alikePairs(lines, nouns), ...sharedOpenings(lines)].map((message) => ({ file, field, message }))
}

function alikePairs(lines: { voice: Voice; text: string }[], nouns: string[]): string[] {
  const folded = lines.map(({ text }) => fold(text))
  const foldedNouns = nouns.map(fold)
  const grams = folded.map((text) => trigrams(withoutNouns(text, foldedNouns)))
  const messages: string[] = []
  for (let i = 0; i < lines.length; i++) {
    for (let j = 0; j < i; j++) {
      const [a, b] = [lines[i], lines[j]]
      const [gramsA, gramsB] = [grams[i], grams[j]]
      if (!a || !b || !gramsA || !gramsB) continue
      if (folded[i] === folded[j]) messages.push(`"${a.text}" staat er twee keer: schrap er een`)
      else if (jaccard(gramsA, gramsB) >= tooAlike)
        messages.push(`"${a.text}" lijkt te veel op "${b.text}": vraag het op een andere manier`)
    }
  }
  return messages
}

function sharedOpenings(lines: { text: string }[]): string[] {
  const openings = Map.groupBy(lines, ({ text }) => fold(text).split(' ').slice(0, 3).join(' '))
  return [...openings]
    .filter(([opening, found]) => opening.split(' ').length === 3 && found.length > 3)
    .map(([opening, found]) => `${found.length} zinnen beginnen met "${opening}": hou er hoogstens drie`)
}

const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Text and nouns are folded. */
function withoutNouns(text: string, nouns: string[]): string {
  let rest = ` ${text} `
  for (const noun of nouns) rest = rest.replaceAll(` ${noun} `, ' ')
  return rest.trim()
}

function trigrams(text: string): Set<string> {
  const padded = ` ${text} `
  const found = new Set<string>()
  for (let i = 0; i + 3 <= padded.length; i++) found.add(padded.slice(i, i + 3))
  return found
}

function jaccard(a: Set<string>, b: Set<string>): number {
  const [less, more] = a.size < b.size ? [a.size, b.size] : [b.size, a.size]
  // All of the smaller set shared would still be too little: most pairs end here.
  if (less < 4 || less < tooAlike * more) return 0
  const shared = a.intersection(b).size
  return shared / (a.size + b.size - shared)
}
