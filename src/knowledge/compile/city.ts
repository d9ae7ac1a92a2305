import type { Channel, City } from '../../core/catalogue.ts'
import type { Fact } from '../../core/fact.ts'
import type { CityKnowledge, Knowledge } from '../read.ts'
import { channelsOf } from './channels.ts'
import { compileFact } from './facts.ts'
import { compileOrganisation, compileService, formChannel } from './services.ts'

/** A city with its pages and bodies, their ways in resolved and in the city's order. */
export function compileCity(found: CityKnowledge, knowledge: Knowledge): City {
  const { city } = found
  const channelOf = channelsOf(found)
  const named = new Map(Object.entries(city.contacts).map(([name, channel]) => [name, channelOf(channel)]))
  const contacts = (names: string[]): Channel[] => names.flatMap((name) => named.get(name) ?? [])
  const factsAbout = (id: string): Fact[] => found.facts.filter(({ about }) => about.includes(id)).map(compileFact)
  const inOrder = (channels: Channel[]): Channel[] =>
    channels.toSorted((a, b) => city.channelOrder.indexOf(a.type) - city.channelOrder.indexOf(b.type))

  const services = found.services.map(({ value }) => {
    const facts = factsAbout(value.id)
    const own = value.channels.flatMap((use) => (typeof use === 'string' ? contacts([use]) : [channelOf(use)]))
    const forms = facts.filter(({ kind }) => kind === 'form').map(formChannel)
    return compileService(value, inOrder([...forms, ...own]), facts, knowledge)
  })
  const organisations = found.organisations.map((value) =>
    compileOrganisation(value, inOrder(contacts(value.contacts)), factsAbout(value.id)),
  )
  return {
    id: city.id,
    name: city.name,
    languages: city.languages,
    region: city.region,
    address: city.address,
    channelOrder: city.channelOrder,
    firstLine: {
      organisation: city.firstLine.organisation,
      name: city.firstLine.name,
      channels: inOrder(contacts(city.firstLine.contacts)),
    },
    bridgeDays: Object.fromEntries(city.bridgeDays.map(({ day, name }) => [day, name])),
    notices: found.notices,
    theme: city.theme,
    widgetOrigins: city.widgetOrigins,
    services: Object.fromEntries(services.map((service) => [service.id, service])),
    organisations: Object.fromEntries(organisations.map((organisation) => [organisation.id, organisation])),
    concepts: Object.fromEntries(
      services.flatMap((service) => service.concepts.map((concept) => [concept, service.id])),
    ),
    referred: referredConcepts(found, knowledge),
    topics: topicFacts(found, knowledge),
  }
}

/** What other bodies do here, of what the city has neither a page nor a fact on. */
function referredConcepts(found: CityKnowledge, knowledge: Knowledge): Record<string, string> {
  const own = new Set([
    ...found.services.flatMap(({ value }) => value.concepts),
    ...Object.keys(topicFacts(found, knowledge)),
  ])
  const here = knowledge.referrals.filter(({ value }) => !value.notIn.includes(found.slug))
  return Object.fromEntries(
    here.flatMap(({ value }) => value.concepts.filter((one) => !own.has(one)).map((one) => [one, value.id])),
  )
}

/** Facts about topics that the city has no page on, by concept. */
function topicFacts(found: CityKnowledge, knowledge: Knowledge): Record<string, Fact[]> {
  const concepts = new Set(knowledge.concepts.map(({ value }) => `${found.slug}/${value.id}`))
  const services = new Set(found.services.map(({ value }) => value.id))
  const topics: Record<string, Fact[]> = {}
  for (const fact of found.facts) {
    for (const id of fact.about) {
      if (services.has(id) || !concepts.has(id)) continue
      const concept = id.slice(found.slug.length + 1)
      topics[concept] = [...(topics[concept] ?? []), compileFact(fact)]
    }
  }
  return topics
}
