import { fold, tokens } from '../../search/analysis/fold.ts'
import { allPhrasings } from '../compile/examples.ts'
import type { Problem } from '../problem.ts'
import type { Knowledge } from '../read.ts'

/** One sentence never leads to two pages: neither the model nor a citizen could tell which is meant. */
export function duplicates(knowledge: Knowledge): Problem[] {
  const asked = allPhrasings(knowledge).filter(({ voice }) => voice !== 'name')
  const byText = Map.groupBy(asked, ({ text }) => tokens(fold(text)).join(' '))
  return [...byText].flatMap(([, found]) => {
    const rivals = found.filter((one, at) => found.findIndex(({ label }) => label === one.label) === at)
    const clash = rivals.filter((one) => rivals.some((other) => other !== one && meets(one.city, other.city)))
    const [first] = clash
    if (!first) return []
    return [{ file: first.label, field: 'phrasings', message: `"${first.text}" staat ook bij ${clash.slice(1).map(({ label }) => label).join(', ')}: schrap er een` }]
  })
}

const meets = (a: string | null, b: string | null): boolean => a === null || b === null || a === b
