import { ahead, goingStale, stateOf } from '../../knowledge/facts/aging.ts'
import { conflicts } from '../../knowledge/facts/conflicts.ts'
import { type Held, heldFacts } from '../../knowledge/facts/held.ts'
import { malformed } from '../../knowledge/facts/numbers.ts'
import type { Knowledge } from '../../knowledge/read.ts'

/** What somebody must look at: soon stale and stale facts by owner, conflicts, numbers and links that are wrong. */
export function factsReport(knowledge: Knowledge, today: string): { text: string; wrong: number } {
  const held = heldFacts(knowledge)
  const wrong = held.flatMap((one) => {
    const problem = malformed(one.fact)
    return problem ? [`${one.file} ${one.fact.id}: ${problem}`] : []
  })
  const sections = [
    section(`Goes stale within ${ahead} days`, soonByOwner(held, today)),
    section('Stale today, by owner', staleByOwner(held, today)),
    section(
      'Sources that speak against each other',
      conflicts(knowledge).map(
        ({ city, fact, says, other, otherSource }) => `${city} ${fact}: "${says}", but "${other}" (${otherSource})`,
      ),
    ),
    section('Malformed or forbidden', wrong),
    section('Holidays', holidays(knowledge, today)),
  ]
  return { text: sections.join('\n\n'), wrong: wrong.length }
}

const section = (title: string, lines: string[]): string =>
  [title, ...(lines.length > 0 ? lines : ['none']).map((line) => `  ${line}`)].join('\n')

const ownerOf = ({ held: { owner } }: { held: Held }): string => owner

function soonByOwner(held: Held[], today: string): string[] {
  return [...Map.groupBy(goingStale(held, today), ownerOf)].flatMap(([owner, facts]) => [
    owner,
    ...facts.map(({ held: { fact }, on }) => `  ${on} ${fact.kind} ${fact.id}`),
  ])
}

function staleByOwner(held: Held[], today: string): string[] {
  const stale = held.filter(({ fact }) => stateOf(fact, today) === 'stale')
  const counted = [...Map.groupBy(stale, ({ owner }) => owner)].map(([owner, facts]) => ({ owner, facts }))
  return counted
    .sort((a, b) => b.facts.length - a.facts.length || a.owner.localeCompare(b.owner))
    .map(({ owner, facts }) => `${owner}: ${facts.length} (${kindsOf(facts)})`)
}

const kindsOf = (facts: Held[]): string =>
  [...Map.groupBy(facts, ({ fact }) => fact.kind)].map(([kind, { length }]) => `${kind} ${length}`).join(', ')

/** The table of holidays must be moved on before it ends: after that every counter is unknown. */
function holidays({ holidays: { years } }: Knowledge, today: string): string[] {
  const left = years.through - Number(today.slice(0, 4))
  return left > 1 ? [] : [`the table ends with ${years.through}: raise years.through in knowledge/common/holidays.yaml`]
}
