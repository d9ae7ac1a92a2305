import { plainAddress } from '../../core/address-in-text.ts'
import type { Fact } from '../../core/fact.ts'
import type { Knowledge } from '../read.ts'

export type Conflict = { city: string; fact: string; says: string; other: string; otherSource: string }

/** Kinds of which a page can have only one at a time. */
const single: Fact['kind'][] = ['cost', 'hours', 'term', 'appointment']

/** Where sources speak against each other: told by an editor, or two facts of one kind with another value on one page. */
export function conflicts({ cities }: Knowledge): Conflict[] {
  return cities.flatMap(({ slug, facts }) => [
    ...facts.flatMap(({ id, value, conflicts: told }) =>
      told.map(({ states, source }) => ({
        city: slug,
        fact: id,
        says: shown(value),
        other: states,
        otherSource: source.title,
      })),
    ),
    ...pairs(facts).map(([one, other]) => ({
      city: slug,
      fact: one.id,
      says: shown(one.value),
      other: shown(other.value),
      otherSource: `${other.id}, ${other.source.title}`,
    })),
  ])
}

type FactYaml = Knowledge['cities'][number]['facts'][number]

const shown = (value: Fact['value']): string => (typeof value === 'string' ? value : value.nl)
const plain = ({ value }: FactYaml): string => plainAddress(shown(value))
const about = ({ about: pages, label }: FactYaml): string[] => pages.map((page) => `${page} ${label?.nl ?? ''}`)

/** Two facts of a single kind, about the same under the same label, with other numbers in them. */
function pairs(facts: FactYaml[]): [FactYaml, FactYaml][] {
  const candidates = facts.filter(({ kind }) => single.includes(kind))
  return candidates.flatMap((one, at) =>
    candidates
      .slice(at + 1)
      .filter((other) => other.kind === one.kind && numbers(one) !== numbers(other) && plain(one) !== plain(other))
      .filter((other) => about(one).some((page) => about(other).includes(page)))
      .filter((other) => sameWords(one, other))
      .map((other): [FactYaml, FactYaml] => [one, other]),
  )
}

const numbers = (fact: FactYaml): string => (plain(fact).match(/\d+/g) ?? []).join(' ')

/** They speak of the same when, numbers aside, most words are the same. */
function sameWords(one: FactYaml, other: FactYaml): boolean {
  const words = (fact: FactYaml): Set<string> => new Set(plain(fact).match(/\p{L}{3,}/gu) ?? [])
  const [a, b] = [words(one), words(other)]
  return a.intersection(b).size >= 0.6 * Math.min(a.size, b.size)
}
