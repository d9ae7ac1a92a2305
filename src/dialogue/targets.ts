import type { Catalogue, City, PublicOrganisation, PublicService } from '../core/catalogue.ts'
import { parseLabel } from '../search/labels.ts'

/**
 * Where labels lead. A target is a service id (`gent/reispas`), a referral id (`common/nmbs`), or a prefixed name:
 * `organisation:<id>`, `topic:<concept>` (a known topic without a page), `concept:<slug>` (city not known yet),
 * `about:`, `event:`, `none:`.
 */
export function targetOf(label: string, city: City | null): string | null {
  const known = (city && targets.get(city)) ?? new Map<string, string | null>()
  if (city) targets.set(city, known)
  const remembered = known.get(label)
  if (remembered !== undefined) return remembered
  const target = findTarget(label, city)
  known.set(label, target)
  return target
}

const targets = new WeakMap<City, Map<string, string | null>>()

function findTarget(label: string, city: City | null): string | null {
  const { kind, id } = parseLabel(label)
  if (kind === 'service' || kind === 'referral') return id
  if (kind !== 'concept') return label
  if (!city) return label
  return city.concepts[id] ?? `topic:${id}`
}

export type TargetKind = 'service' | 'referral' | 'organisation' | 'topic' | 'concept' | 'about' | 'event' | 'none'

export function kindOf(target: string): TargetKind {
  const at = target.indexOf(':')
  if (at > 0) return target.slice(0, at) as TargetKind
  return target.startsWith('common/') ? 'referral' : 'service'
}

export const nameIn = (target: string): string => target.slice(target.indexOf(':') + 1)

export const cityOf = (id: string): string => id.slice(0, id.indexOf('/'))

export function findService(catalogue: Catalogue, id: string): PublicService | undefined {
  return catalogue.cities[cityOf(id)]?.services[id]
}

export function findOrganisation(catalogue: Catalogue, id: string): PublicOrganisation | undefined {
  return catalogue.cities[cityOf(id)]?.organisations[id]
}
