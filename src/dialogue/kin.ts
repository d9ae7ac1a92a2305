import type { Catalogue } from '../core/catalogue.ts'
import { cityOf, findOrganisation, findService, kindOf, nameIn } from './targets.ts'

/** Whether a body offers a page, is part of the body that does, or holds it: then the page leads there too. */
export function isBodyOf(body: string, page: string, catalogue: Catalogue): boolean {
  if (kindOf(body) !== 'organisation') return false
  const own = findService(catalogue, page)?.organisation ?? (kindOf(page) === 'organisation' ? nameIn(page) : undefined)
  if (own === undefined) return false
  if (line(own, catalogue).includes(nameIn(body))) return true
  return line(nameIn(body), catalogue).includes(own) && !isGeneral(page, catalogue)
}

/** Every body is part of the one that answers for the city: its general page is no page of theirs. */
const isGeneral = (page: string, { cities }: Catalogue): boolean =>
  cities[cityOf(page)]?.concepts['algemene-informatie'] === page

/** A body and those that it is part of; a few steps, so that a ring in the content does no harm. */
export function line(id: string, catalogue: Catalogue, steps = 5): string[] {
  const parent = findOrganisation(catalogue, id)?.parent
  return parent && steps > 0 ? [id, ...line(parent, catalogue, steps - 1)] : [id]
}
