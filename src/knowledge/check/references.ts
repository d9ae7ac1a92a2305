import type { Problem } from '../problem.ts'
import type { CityKnowledge, Knowledge } from '../read.ts'

/** Every id that is named somewhere exists; every file carries the id of its own path. */
export function references(knowledge: Knowledge): Problem[] {
  return [
    ...knowledge.cities.flatMap((city) => [
      ...ofServices(city, knowledge),
      ...ofOrganisations(city),
      ...ofContacts(city),
      ...ofFacts(city, knowledge),
      ...ofQuestions(city, knowledge),
    ]),
    ...ofLifeEvents(knowledge),
    ...ofReferrals(knowledge),
    ...ownNames(knowledge),
  ]
}

const has = (list: { id: string }[], id: string): boolean => list.some((item) => item.id === id)
const absent = (file: string, field: string, what: string, id: string): Problem => ({
  file,
  field,
  message: `${what} "${id}" bestaat niet: schrijf een bestaande naam of maak die eerst`,
})

function ofServices(city: CityKnowledge, { concepts }: Knowledge): Problem[] {
  const known = new Set(concepts.map(({ value }) => value.id))
  const services = city.services.map(({ value }) => value)
  return city.services.flatMap(({ file, value }) => [
    ...(has(city.organisations, value.organisation)
      ? []
      : [absent(file, 'organisation', 'organisatie', value.organisation)]),
    ...value.concepts
      .filter((concept) => !known.has(concept))
      .map((concept) => absent(file, 'concepts', 'concept', concept)),
    ...(value.broader && !has(services, value.broader) ? [absent(file, 'broader', 'dienst', value.broader)] : []),
    ...value.channels.flatMap((use, at) => {
      const field = `channels.${at}`
      if (typeof use === 'string') return city.city.contacts[use] ? [] : [absent(file, field, 'contact', use)]
      return ofChannel(city, file, field, use)
    }),
  ])
}

type Use = { fact?: string | undefined; location?: string | undefined }

function ofChannel(city: CityKnowledge, file: string, field: string, { fact, location }: Use): Problem[] {
  return [
    ...(fact && !has(city.facts, fact) ? [absent(file, `${field}.fact`, 'feit', fact)] : []),
    ...(location && !has(city.locations, location) ? [absent(file, `${field}.location`, 'locatie', location)] : []),
  ]
}

function ofOrganisations(city: CityKnowledge): Problem[] {
  const file = `${city.slug}/organisations.yaml`
  return city.organisations.flatMap(({ id, parent, contacts }) => [
    ...(parent && !has(city.organisations, parent) ? [absent(file, `${id}.parent`, 'organisatie', parent)] : []),
    ...contacts
      .filter((name) => !city.city.contacts[name])
      .map((name) => absent(file, `${id}.contacts`, 'contact', name)),
  ])
}

function ofContacts(city: CityKnowledge): Problem[] {
  const file = `${city.slug}/city.yaml`
  const { contacts, firstLine } = city.city
  return [
    ...Object.entries(contacts).flatMap(([name, channel]) => ofChannel(city, file, `contacts.${name}`, channel)),
    ...firstLine.contacts
      .filter((name) => !contacts[name])
      .map((name) => absent(file, 'firstLine.contacts', 'contact', name)),
    ...(has(city.organisations, firstLine.organisation)
      ? []
      : [absent(file, 'firstLine.organisation', 'organisatie', firstLine.organisation)]),
  ]
}

function ofFacts(city: CityKnowledge, { concepts }: Knowledge): Problem[] {
  const known = new Set([
    ...city.services.map(({ value }) => value.id),
    ...city.organisations.map(({ id }) => id),
    ...concepts.map(({ value }) => `${city.slug}/${value.id}`),
  ])
  return city.facts.flatMap(({ id, about }) =>
    about
      .filter((name) => !known.has(name))
      .map((name) => absent(`${city.slug}/facts.yaml`, `${id}.about`, 'dienst of onderwerp', name)),
  )
}

function ofQuestions(city: CityKnowledge, { referrals }: Knowledge): Problem[] {
  const known = new Set([
    ...city.services.map(({ value }) => value.id),
    ...city.organisations.map(({ id }) => id),
    ...referrals.map(({ value }) => value.id),
  ])
  return city.questions.flatMap(({ text, expect }) =>
    [expect ?? []]
      .flat()
      .filter((id) => !known.has(id))
      .map((id) => absent(`${city.slug}/questions.yaml`, text, 'dienst', id)),
  )
}

function ofLifeEvents({ lifeEvents, concepts, referrals }: Knowledge): Problem[] {
  return lifeEvents.flatMap(({ file, value }) =>
    value.steps.flatMap(({ concept, referral }, at) => [
      ...(concept && !concepts.some((known) => known.value.id === concept)
        ? [absent(file, `steps.${at}`, 'concept', concept)]
        : []),
      ...(referral && !referrals.some((known) => known.value.id === referral)
        ? [absent(file, `steps.${at}`, 'verwijzing', referral)]
        : []),
    ]),
  )
}

function ofReferrals({ referrals, concepts, cities }: Knowledge): Problem[] {
  const known = new Set(concepts.map(({ value }) => value.id))
  const done = new Map<string, string>()
  return referrals.flatMap(({ file, value }) =>
    value.concepts.flatMap((one): Problem[] => {
      if (!known.has(one)) return [absent(file, 'concepts', 'concept', one)]
      const served = cities.map(({ slug }) => slug).filter((slug) => !value.notIn.includes(slug))
      const twice = served.find((slug) => done.has(`${slug} ${one}`))
      const other = twice && done.get(`${twice} ${one}`)
      for (const slug of served) done.set(`${slug} ${one}`, value.id)
      return other
        ? [{ file, field: 'concepts', message: `"${one}" doet in ${twice} al ${other}: hou het bij één van de twee` }]
        : []
    }),
  )
}

/** `<city>/services/reispas.yaml` holds `<city>/reispas`, and so on: an id can be found from its path. */
function ownNames({ cities, concepts, referrals, lifeEvents, about, outOfScope, sources }: Knowledge): Problem[] {
  const services = cities.flatMap((city) =>
    city.services.map(({ file, value }) => ({ file, id: value.id, own: `${city.slug}/` })),
  )
  const common = [...concepts, ...lifeEvents, ...about, ...outOfScope, ...sources].map(({ file, value }) => ({
    file,
    id: value.id,
    own: '',
  }))
  const bodies = referrals.map(({ file, value }) => ({ file, id: value.id, own: 'common/' }))
  return [...services, ...common, ...bodies].flatMap(({ file, id, own }) => {
    const expected = `${own}${file.slice(file.lastIndexOf('/') + 1, -'.yaml'.length)}`
    return id === expected
      ? []
      : [{ file, field: 'id', message: `schrijf "${expected}": een id volgt de naam van het bestand` }]
  })
}
