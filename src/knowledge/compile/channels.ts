import type { Channel, Location, Move } from '../../core/catalogue.ts'
import type { Fact } from '../../core/fact.ts'
import type { CityKnowledge } from '../read.ts'
import { compileFact } from './facts.ts'
import { compileClosure, compileHours } from './hours.ts'

type ServiceYaml = CityKnowledge['services'][number]['value']
type ChannelYaml = Exclude<ServiceYaml['channels'][number], string>
type LocationYaml = CityKnowledge['locations'][number]
type FactOf = (id: string | undefined) => Fact | undefined

/** Turns the channels of a city into what an answer shows: facts, location and hours filled in. */
export function channelsOf(city: CityKnowledge): (channel: ChannelYaml) => Channel {
  const facts = new Map(city.facts.map((fact) => [fact.id, compileFact(fact)]))
  const factOf: FactOf = (id) => (id ? facts.get(id) : undefined)
  const locations = new Map(city.locations.map((location) => [location.id, location]))
  return ({ type, label, fact, location, openingHours }) => {
    const place = location ? locations.get(location) : undefined
    return {
      type,
      label,
      fact: factOf(fact),
      location: place && compileLocation(place, locations, factOf),
      hours: compileHours(openingHours ?? (type === 'counter' ? place?.openingHours : undefined), factOf),
    }
  }
}

function compileLocation(found: LocationYaml, all: Map<string, LocationYaml>, factOf: FactOf): Location {
  const { id, name, floor, accessibility } = found
  const members = found.members.flatMap((member) => all.get(member) ?? [])
  return {
    id,
    name,
    floor,
    accessibility,
    address: factOf(found.address),
    listed: factOf(found.listed),
    area: found.area,
    phone: factOf(found.phone),
    closures: unlessEmpty(found.closures.map(compileClosure)),
    moves: unlessEmpty(found.moves.map((move) => compileMove(move, factOf))),
    serves: unlessEmpty(found.serves),
    members: unlessEmpty(
      members.map((member) => ({
        location: compileLocation({ ...member, members: [] }, all, factOf),
        hours: compileHours(member.openingHours, factOf),
      })),
    ),
  }
}

const compileMove = ({ from, through, name, address }: LocationYaml['moves'][number], factOf: FactOf): Move => ({
  from,
  through,
  name,
  address: factOf(address),
})

const unlessEmpty = <T>(list: T[]): T[] | undefined => (list.length > 0 ? list : undefined)
