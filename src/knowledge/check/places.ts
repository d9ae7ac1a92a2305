import type { Problem } from '../problem.ts'
import type { CityKnowledge, Knowledge } from '../read.ts'

/** Locations, hours and notices name only what exists, and no two seasons claim the same day. */
export function places({ cities }: Knowledge): Problem[] {
  return cities.flatMap((city) => [...ofLocations(city), ...ofPhoneHours(city), ...ofNotices(city), ...ofStreets(city)])
}

type Named = { what: string; ids: string[]; known: Set<string> }

/** A problem for each id that does not exist. */
const absent = (file: string, field: string, named: Named[]): Problem[] =>
  named.flatMap(({ what, ids, known }) =>
    ids
      .filter((id) => !known.has(id))
      .map((id) => ({ file, field, message: `${what} "${id}" bestaat niet: schrijf een bestaande naam` })),
  )

const idsOf = (list: { id: string }[]): Set<string> => new Set(list.map(({ id }) => id))
const some = (...ids: (string | undefined)[]): string[] => ids.filter((id) => id !== undefined)

function ofLocations(city: CityKnowledge): Problem[] {
  const file = `${city.slug}/locations.yaml`
  const [facts, locations, districts] = [idsOf(city.facts), idsOf(city.locations), idsOf(city.districts)]
  return city.locations.flatMap(({ id, address, phone, listed, moves, openingHours, serves, members }) => [
    ...absent(file, id, [
      { what: 'feit', ids: some(address, phone, listed, ...moves.map((move) => move.address)), known: facts },
      { what: 'wijk', ids: serves, known: districts },
      { what: 'locatie', ids: members, known: locations },
    ]),
    ...ofHours(openingHours, file, `${id}.openingHours`, city),
  ])
}

function ofPhoneHours(city: CityKnowledge): Problem[] {
  return Object.entries(city.city.contacts).flatMap(([name, { openingHours }]) =>
    ofHours(openingHours, `${city.slug}/city.yaml`, `contacts.${name}.openingHours`, city),
  )
}

type Hours = CityKnowledge['locations'][number]['openingHours']
type Regular = NonNullable<Hours>['regular'][number]

function ofHours(hours: Hours, file: string, field: string, { facts }: CityKnowledge): Problem[] {
  if (!hours) return []
  const known = idsOf(facts.filter(({ kind }) => kind === 'hours'))
  const clash = hours.regular.find((one, at) => hours.regular.slice(0, at).some((other) => clashes(one, other)))
  return [
    ...absent(file, `${field}.fact`, [{ what: 'feit van de soort hours', ids: [hours.fact], known }]),
    ...(clash
      ? [{ file, field, message: `twee even lange periodes overlappen vanaf ${clash.validFrom}: kort er een in` }]
      : []),
  ]
}

/** Two open-ended periods that share a day but not both limits: neither is within the other. */
function clashes(one: Regular, other: Regular): boolean {
  const key = ({ validFrom = '0001', validThrough = '9999' }: Regular): [string, string] => [validFrom, validThrough]
  const [[from, through], [otherFrom, otherThrough]] = [key(one), key(other)]
  if (from === otherFrom && through === otherThrough) return false
  if (from > otherThrough || otherFrom > through) return false
  const within = (from >= otherFrom && through <= otherThrough) || (otherFrom >= from && otherThrough <= through)
  return !within
}

const ofStreets = ({ slug, streets, districts }: CityKnowledge): Problem[] =>
  streets.flatMap(({ street, district }) =>
    absent(`${slug}/streets.tsv`, street, [{ what: 'wijk', ids: [district], known: idsOf(districts) }]),
  )

function ofNotices(city: CityKnowledge): Problem[] {
  const services = idsOf(city.services.map(({ value }) => value))
  return city.notices.flatMap(({ id, ...notice }) =>
    absent(`${city.slug}/notices.yaml`, id, [
      { what: 'dienst', ids: notice.services, known: services },
      { what: 'locatie', ids: notice.locations, known: idsOf(city.locations) },
      { what: 'wijk', ids: notice.districts, known: idsOf(city.districts) },
    ]),
  )
}
