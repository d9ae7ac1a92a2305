import type { Catalogue, City } from '../../core/catalogue.ts'
import { cityOf } from '../../dialogue/targets.ts'

/** Takes what an entry names out of a catalogue that may be changed, and tells whether it was there. */
type Removal = (catalogue: Catalogue, name: string) => boolean

/**
 * A catalogue without one entry: a service or organisation (`<city>/<slug>`), a referral (`common/<slug>`),
 * `about:<slug>`, `ambiguity:<slug>`, `concept:<slug>` or `crisis`. The one that is given stays as it is.
 * @throws when there is no such entry: a row that names nothing proves nothing.
 */
export function without(catalogue: Catalogue, entry: string): Catalogue {
  const changed = structuredClone(catalogue)
  const [kind = '', name = ''] = entry.includes(':') ? entry.split(':') : ['', entry]
  const removal = entry === 'crisis' ? crisis : (named[kind] ?? page)
  if (!removal(changed, name)) throw new Error(`the content has no ${entry}`)
  return changed
}

const crisis: Removal = (catalogue) => {
  const had = catalogue.crisis.length > 0
  catalogue.crisis = []
  return had
}

const named: Record<string, Removal> = {
  about: ({ about }, name) => take(about, name),
  ambiguity: (catalogue, name) => {
    const kept = catalogue.ambiguities.filter(({ id }) => id !== name)
    const had = kept.length < catalogue.ambiguities.length
    catalogue.ambiguities = kept
    return had
  },
  concept: ({ concepts, cities }, name) => {
    for (const city of Object.values(cities)) {
      take(city.concepts, name)
      take(city.topics, name)
    }
    return take(concepts, name)
  },
}

/** A page or body; where a city has a page and a body of one name, both go. */
const page: Removal = (catalogue, id) => {
  const city = catalogue.cities[cityOf(id)]
  if (!city) return body(catalogue, id)
  for (const [concept, service] of Object.entries(city.concepts)) if (service === id) take(city.concepts, concept)
  const hadPage = take(city.services, id)
  withoutNames(catalogue, id)
  return withoutBody(city, id) || hadPage
}

/** A body that is not the city's, and what it does in the place of one. */
const body: Removal = ({ cities, referrals }, id) => {
  for (const { referred } of Object.values(cities))
    for (const [concept, done] of Object.entries(referred)) if (done === id) take(referred, concept)
  return take(referrals, id)
}

/** Nothing that people call a body leads to it any more. */
function withoutNames({ organisationNames }: Catalogue, id: string): void {
  for (const [name, ids] of Object.entries(organisationNames)) {
    const others = ids.filter((other) => other !== id)
    if (others.length > 0) organisationNames[name] = others
    else delete organisationNames[name]
  }
}

/** What is left of the city names the body no more: a page cannot be written for a body that does not exist. */
function withoutBody({ organisations, services, firstLine }: City, id: string): boolean {
  for (const named of [firstLine, ...Object.values(services)]) if (named.organisation === id) named.organisation = ''
  return take(organisations, id)
}

function take(record: Record<string, unknown>, key: string): boolean {
  const had = Object.hasOwn(record, key)
  delete record[key]
  return had
}
