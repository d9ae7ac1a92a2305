import type * as z from 'zod'
import { fold, tokens } from '../../search/analysis/fold.ts'
import { allPhrasings } from '../compile/examples.ts'
import type { Problem } from '../problem.ts'
import type { Knowledge } from '../read.ts'
import type { phrasings } from '../schema/phrasings.ts'

/** One sentence never leads to two pages: neither the model nor a citizen could tell which is meant. */
export function duplicates(knowledge: Knowledge): Problem[] {
  const asked = allPhrasings(knowledge).filter(({ voice }) => voice !== 'name')
  const byText = Map.groupBy(asked, ({ text }) => tokens(fold(text)).join(' '))
  return [...byText].flatMap(([, found]) => {
    const rivals = found.filter((one, at) => found.findIndex(({ label }) => label === one.label) === at)
    const clash = rivals.filter((one) => rivals.some((other) => other !== one && meets(one.city, other.city)))
    const [first] = clash
    if (!first) return []
    const [file = first.label, ...others] = filesWith(
      clash.map(({ text }) => text),
      knowledge,
    )
    return [{ file, field: 'phrasings', message: `"${first.text}" staat ook in ${others.join(', ')}: schrap er een` }]
  })
}

const meets = (a: string | null, b: string | null): boolean => a === null || b === null || a === b

/** Files that hold one of these ways of asking, where an editor has to choose. */
function filesWith(texts: string[], knowledge: Knowledge): string[] {
  const { cities, concepts, referrals, about, outOfScope, lifeEvents } = knowledge
  const own = [
    ...concepts,
    ...cities.flatMap(({ services }) => services),
    ...referrals,
    ...about,
    ...outOfScope,
    ...lifeEvents,
  ].map(({ file, value }) => ({ file, lines: linesOf(value.phrasings) }))
  const bodies = cities.flatMap(({ slug, organisations }) =>
    organisations.map((value) => ({ file: `${slug}/organisations.yaml`, lines: linesOf(value.phrasings) })),
  )
  return [...own, ...bodies].filter(({ lines }) => texts.some((text) => lines.includes(text))).map(({ file }) => file)
}

const linesOf = (found: z.infer<typeof phrasings>): string[] =>
  Object.values(found).flatMap((lines) => (Array.isArray(lines) ? lines : Object.values(lines ?? {}).flat()))
