import { fold, tokens } from '../../search/analysis/fold.ts'
import { packTyped, type TypedWords } from '../../search/typed/typed-index.ts'
import type { Phrasing } from './examples.ts'

/** What a word is worth in the first names of a label, in further ones, and at most in ways of asking. */
const worth = { name: 3, further: 2, asked: 2.5 }
/** Names that count as first: one in each written language. */
const firstNames = 3
/** Weights are written as whole steps of this. */
const step = 0.25
/** Below this weight times rarity, a word is not kept for a label. */
const least = 2.8
const written = new Set(['nl', 'fr', 'en'])

/** The words behind every label, for who types the beginning of one. See `search/typed`. */
export function compileTyped(phrasings: Phrasing[]): Uint8Array {
  const byLabel = Map.groupBy(
    phrasings.filter(({ language }) => written.has(language)),
    ({ label }) => label,
  )
  const labels = [...byLabel.keys()]
  const found: TypedWords = new Map()
  labels.forEach((label, at) => {
    for (const [word, weight] of weigh(byLabel.get(label) ?? [])) {
      const of = found.get(word) ?? new Map<number, number>()
      found.set(word, of.set(at, Math.max(1, Math.round(weight / step))))
    }
  })
  return packTyped(labels, telling(found, labels.length))
}

/** Leaves out where a word tells too little of a label to ever change the order: most of what would be kept. */
function telling(found: TypedWords, labels: number): TypedWords {
  const kept = [...found].map(([word, of]): [string, Map<number, number>] => {
    const rarity = Math.log(1 + labels / (1 + of.size))
    return [word, new Map([...of].filter(([, weight]) => weight * step * rarity >= least))]
  })
  return new Map(kept.filter(([, of]) => of.size > 0))
}

function weigh(lines: Phrasing[]): Map<string, number> {
  const names = lines.filter(({ voice }) => voice === 'name')
  const named = new Map<string, number>()
  names.forEach(({ text }, at) => {
    const value = at < firstNames ? worth.name : worth.further
    for (const word of wordsOf(text)) named.set(word, Math.max(named.get(word) ?? 0, value))
  })
  const asked = lines.filter(({ voice }) => voice !== 'name').flatMap(({ text }) => [...wordsOf(text)])
  const times = Map.groupBy(asked, (word) => word)
  const all = [...new Set([...named.keys(), ...times.keys()])]
  return new Map(
    all.map((word): [string, number] => {
      const often = times.get(word)?.length ?? 0
      return [word, (named.get(word) ?? 0) + Math.min(worth.asked, Math.log1p(often))]
    }),
  )
}

const wordsOf = (text: string): Set<string> => new Set(tokens(fold(text)).filter(({ length }) => length > 1))
