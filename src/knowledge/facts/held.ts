import type { Fact } from '../../core/fact.ts'
import type { CityKnowledge, Knowledge } from '../read.ts'

/** A fact with whose it is and where an editor finds it. */
export type Held = {
  fact: Fact
  /** Slug of the city, or `common`. */
  city: string
  /** Id of the organisation that must keep it true. */
  owner: string
  file: string
}

/** Every fact that an answer can show: of the cities, of other bodies, of help lines. */
export function heldFacts(knowledge: Knowledge): Held[] {
  return [...knowledge.cities.flatMap(ofCity), ...ofReferrals(knowledge), ...ofCrisis(knowledge)]
}

function ofCity(city: CityKnowledge): Held[] {
  const owners = ownersOf(city)
  const { slug, facts } = city
  return facts.map((fact) => ({
    fact,
    city: slug,
    owner: owners.get(fact.id) ?? city.city.firstLine.organisation,
    file: `${slug}/facts.yaml`,
  }))
}

function ofReferrals({ referrals }: Knowledge): Held[] {
  return referrals.flatMap(({ file, value: { id, website, phone } }) => {
    const held = (
      kind: 'url' | 'phone',
      value: string,
      title: string,
      url: string | null,
      statedOn: string | null,
    ): Held => ({
      fact: { id: `${id}-${kind}`, kind, value, source: { title, url }, statedOn, checkedOn: null },
      city: 'common',
      owner: 'common (other bodies)',
      file,
    })
    return [
      ...(website ? [held('url', website.url, website.title, website.url, website.statedOn)] : []),
      ...(phone ? [held('phone', phone.number, phone.title, phone.url, phone.statedOn)] : []),
    ]
  })
}

const ofCrisis = ({ crisis }: Knowledge): Held[] =>
  (crisis?.lines ?? []).map(({ id, number, source, statedOn, checkedOn }) => ({
    fact: {
      id: `hulplijn-${id}`,
      kind: 'phone',
      value: number,
      source: { title: source, url: null },
      statedOn,
      checkedOn,
    },
    city: 'common',
    owner: 'common (help lines)',
    file: 'common/crisis.yaml',
  }))

/** Fact → organisation: of the page that shows it, of the way in that uses it, of the counter that it is about. */
export function ownersOf({ city, services, organisations, facts, locations }: CityKnowledge): Map<string, string> {
  const owners = new Map<string, string>()
  const own = (fact: string | undefined, owner: string | undefined): void => {
    if (fact && owner && !owners.has(fact)) owners.set(fact, owner)
  }
  const first = city.firstLine.organisation
  const ofPage = new Map(services.map(({ value }) => [value.id, value.organisation]))
  const bodies = new Set(organisations.map(({ id }) => id))
  for (const { id, about } of facts)
    for (const page of about) own(id, ofPage.get(page) ?? (bodies.has(page) ? page : undefined))
  for (const { fact, location, organisation = first } of Object.values(city.contacts)) {
    own(fact, organisation)
    for (const used of factsOf(locations.find(({ id }) => id === location))) own(used, organisation)
  }
  for (const { id, organisation: holder } of placesOf(organisations, locations)) own(id, holder)
  return owners
}

type Location = CityKnowledge['locations'][number]

const factsOf = (location: Location | undefined): (string | undefined)[] =>
  location ? [location.address, location.phone, location.listed, location.openingHours?.fact] : []

/** Facts of the locations that organisations name as theirs. */
const placesOf = (organisations: CityKnowledge['organisations'], locations: Location[]) =>
  organisations.flatMap(({ id: organisation, location }) =>
    factsOf(locations.find(({ id }) => id === location)).flatMap((id) => (id ? [{ id, organisation }] : [])),
  )
