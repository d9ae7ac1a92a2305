import { placeOfStreet } from '../../core/address.ts'
import type { Place } from '../../core/catalogue.ts'
import { wordsOf } from '../../search/patterns.ts'
import { phrasesIn } from '../asked-phrases.ts'
import type { Turn } from '../turn-state.ts'
import type { World } from '../world.ts'

/** "In welk district ligt de Kerkstraat?": tells it, or asks for the postcode; a district is never guessed. */
export function findDistrict(turn: Turn, world: World): Turn {
  const { catalogue } = world
  if (!phrasesIn(wordsOf(turn.text), world).has('district')) return turn
  const place = turn.district ?? placeOfStreet(turn.text, catalogue.places) ?? null
  if (!place?.city) return { ...turn, decision: { outcome: 'clarifying.district', targets: [] } }
  const city = catalogue.cities[place.city]
  const subject = [...new Set([...chainOf(place, catalogue), city?.name.nl])].join(', ')
  return { ...turn, city: place.city, district: place, decision: { outcome: 'answered', targets: [], subject } }
}

/** The place and what it lies in: a neighbourhood, its district. */
function chainOf(place: Place, { places }: Pick<World['catalogue'], 'places'>): string[] {
  const outer = places.places.find(({ id, city }) => id === place.within && city === place.city)
  return [place.name, ...(outer ? chainOf(outer, { places }) : [])]
}
