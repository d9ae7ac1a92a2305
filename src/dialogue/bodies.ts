import type { Catalogue } from '../core/catalogue.ts'
import { longestFrom } from '../search/first-words.ts'
import type { Resolve } from '../search/match.ts'
import { nameIn, otherMunicipality } from './targets.ts'

/** Bodies that a message names, and whether it asks for a body at all. */
export type Bodies = { named: Set<string>; asked: boolean }

const longestName = 7

/** Ids of the organisations that folded words name, in any city. */
export const namedOrganisations = (words: string, catalogue: Catalogue): string[] =>
  mentions(words.split(' '), catalogue).flatMap(({ ids }) => ids)

const or = new Set(['of', 'ou', 'or', 'oder'])

/** Folded words without the names of bodies, when they name one or another; else as they are. */
export function withoutBodies(words: string, catalogue: Catalogue): string {
  const list = words.split(' ')
  const named = mentions(list, catalogue)
  const [first, last] = [named[0], named.at(-1)]
  if (!first || !last || !list.slice(first.until, last.at).some((word) => or.has(word))) return words
  return list.filter((_, at) => !named.some((name) => name.at <= at && at < name.until)).join(' ')
}

function mentions(list: string[], catalogue: Catalogue): { at: number; until: number; ids: string[] }[] {
  const found: { at: number; until: number; ids: string[] }[] = []
  for (const [at, word] of list.entries()) {
    const most = Math.min(longestName, longestFrom(catalogue.organisationOpenings, word), list.length - at)
    for (let length = 1; length <= most; length++) {
      const phrase = list.slice(at, at + length).join(' ')
      const ids = Object.hasOwn(catalogue.organisationNames, phrase) ? catalogue.organisationNames[phrase] : undefined
      if (ids) found.push({ at, until: at + length, ids })
    }
  }
  return found
}

/** A body is a candidate only when it is named, or when the message asks for a body: people come for a service. `need` looks further when that leaves a doubt. */
const mayBeMeant = (target: string, { named, asked }: Bodies): boolean =>
  asked || !target.startsWith('organisation:') || named.has(nameIn(target))

/** Sets of bodies for which a resolver is kept: nearly every message names none. */
const mostKept = 32
const kept = new WeakMap<Resolve, Map<string, Resolve>>()

/**
 * Names only targets that a message with these bodies may mean, and for who is ours no other municipality. The same
 * function for the same bodies, so that matching knows it again.
 */
export function meantBy(bodies: Bodies, isOurs: boolean, resolve: Resolve): Resolve {
  const known = kept.get(resolve) ?? new Map<string, Resolve>()
  kept.set(resolve, known)
  const key = [isOurs, ...(bodies.asked ? ['asked'] : bodies.named)].join(' ')
  const made = known.get(key) ?? limited(bodies, isOurs, resolve)
  if (known.size >= mostKept) known.clear()
  known.set(key, made)
  return made
}

const limited =
  (bodies: Bodies, isOurs: boolean, resolve: Resolve): Resolve =>
  (label) => {
    const target = resolve(label)
    return target && mayBeMeant(target, bodies) && !(isOurs && target === otherMunicipality) ? target : null
  }
