import type { Catalogue, PublicOrganisation } from '../../core/catalogue.ts'
import type { DeskNotes } from '../../core/desk-notes.ts'
import { inLanguage } from '../../core/language.ts'
import type { ForColleagues } from '../../core/ports.ts'
import { cityOf, kindOf, nameIn } from '../../dialogue/targets.ts'

/** The texts of the desk for colleagues elsewhere. `notes` are read when the first colleague asks. */
export function forColleagues({ cities }: Catalogue, notes: () => DeskNotes): ForColleagues {
  let read: DeskNotes | undefined
  return ({ id, title }, lang) => {
    read ??= notes()
    const memo = read[id]?.memo
    const bodies = kindOf(id) === 'organisation' ? Object.values(cities[cityOf(nameIn(id))]?.organisations ?? {}) : []
    // An answer about an internal body sends people to the first line, so its title alone says which body it is about.
    const body = bodies.find((one) => !isOpen(one) && inLanguage(one.name, lang) === title)
    return [...(memo ? [inLanguage(memo, lang)] : []), ...(body ? [`${title} ${inLanguage(body.does, lang)}`] : [])]
  }
}

const isOpen = ({ audience }: PublicOrganisation): boolean => audience === 'citizen' || audience === 'mixed'
