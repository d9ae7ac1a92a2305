import type { Fact } from '../../core/fact.ts'
import type { CityKnowledge } from '../read.ts'

type FactYaml = CityKnowledge['facts'][number]

/** A fact as an answer needs it: whom it is about and what editors noted stays behind. */
export function compileFact({ id, kind, label, value, source, statedOn, checkedOn }: FactYaml): Fact {
  return { id, kind, label, value, source, statedOn, checkedOn }
}
