import type { City } from '../../core/catalogue.ts'
import { inLanguage } from '../../core/language.ts'
import { say } from '../say.ts'
import { cityOf, findService, kindOf, nameIn } from '../targets.ts'
import type { Decision, Turn } from '../turn-state.ts'
import type { World } from '../world.ts'

/** A question with these pages as choices, and "none of these". */
export function offer(targets: string[], turn: Turn, world: World): Decision {
  const choices = targets.map((target) => ({ id: target, label: labelOf(target, turn, world) }))
  return {
    outcome: 'clarifying.service',
    targets,
    choices: [...choices, { id: 'none', label: say(world, turn, 'choice.none') }],
  }
}

/** Name of a page or body in the language of the reply. */
export function labelOf(target: string, { lang }: Turn, { catalogue }: World): string {
  if (kindOf(target) === 'organisation') {
    const id = nameIn(target)
    const organisation = catalogue.cities[cityOf(id)]?.organisations[id]
    return organisation ? inLanguage(organisation.name, lang) : id
  }
  const service = findService(catalogue, target) ?? catalogue.referrals[target]
  return service ? inLanguage(service.name, lang) : target
}

/** Asks which municipality it is about. */
export function askCity(turn: Turn, world: World, slugs: string[]): Decision {
  const cities = [...new Set(slugs)]
    .map((slug) => world.catalogue.cities[slug])
    .filter((city): city is City => city !== undefined)
  const choices = cities.map(({ id, name }) => ({ id, label: inLanguage(name, turn.lang) }))
  return {
    outcome: 'clarifying.city',
    targets: [],
    choices: [...choices, { id: 'other', label: say(world, turn, 'choice.otherCity') }],
  }
}
