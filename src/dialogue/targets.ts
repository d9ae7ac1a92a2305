import type { Catalogue, City, PublicOrganisation, PublicService } from '../core/catalogue.ts'
import { parseLabel } from '../search/labels.ts'

/**
 * Where labels lead. A target is a service id (`<city>/<slug>`), a referral id (`common/nmbs`), or a prefixed name:
 * `organisation:<id>`, `topic:<concept>` (a known topic without a page), `concept:<slug>` (city not known yet),
 * `about:`, `event:`, `none:`. Null when the content has it no more: a model may still know a page that is gone.
 */
export function targetOf(label: string, city: City | null, catalogue: Catalogue): string | null {
  return resolverOf(city, catalogue)(label)
}

/** The function that names the targets of labels in a city, or anywhere; made once, so that matching knows it again. */
export function resolverOf(city: City | null, catalogue: Catalogue): (label: string) => string | null {
  const place = city ?? catalogue
  const known = resolvers.get(place) ?? makeResolver(city, catalogue)
  resolvers.set(place, known)
  return known
}

const resolvers = new WeakMap<City | Catalogue, (label: string) => string | null>()

function makeResolver(city: City | null, catalogue: Catalogue): (label: string) => string | null {
  const targets = new Map<string, string | null>()
  return (label) => {
    const known = targets.get(label)
    if (known !== undefined) return known
    const target = findTarget(label, city)
    const found = isHeld(target, catalogue) ? target : null
    targets.set(label, found)
    return found
  }
}

function findTarget(label: string, city: City | null): string {
  const { kind, id } = parseLabel(label)
  if (kind === 'service' || kind === 'referral') return id
  if (kind !== 'concept') return label
  if (!city) return label
  return conceptIn(id, city)
}

/** What a city has for a concept: its page, the other body that does it there, or the topic without either. */
export const conceptIn = (concept: string, { concepts, referred }: City): string =>
  concepts[concept] ?? referred[concept] ?? `topic:${concept}`

/** Whether the content holds what a target names. Only for targets of ours: a citizen may name anything. */
const isHeld = (target: string, catalogue: Catalogue): boolean => held[kindOf(target)](nameIn(target), catalogue)

const held: Record<TargetKind, (name: string, catalogue: Catalogue) => boolean> = {
  // Not looked at: pages are read when they are shown.
  service: (name, { cities }) => Object.hasOwn(cities[cityOf(name)]?.services ?? {}, name),
  organisation: (name, { cities }) => Object.hasOwn(cities[cityOf(name)]?.organisations ?? {}, name),
  referral: (name, { referrals }) => Object.hasOwn(referrals, name),
  topic: (name, { concepts }) => Object.hasOwn(concepts, name),
  concept: (name, { concepts }) => Object.hasOwn(concepts, name),
  about: (name, { about }) => Object.hasOwn(about, name),
  event: (name, { lifeEvents }) => Object.hasOwn(lifeEvents, name),
  none: () => true,
}

/** Where people of another municipality are sent. */
export const otherMunicipality = 'common/andere-gemeente'

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

/** What a question may offer: pages, bodies and other governments. */
export const offerable = (target: string): boolean => ['service', 'organisation', 'referral'].includes(kindOf(target))
