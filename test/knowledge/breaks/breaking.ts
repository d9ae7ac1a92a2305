import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import type * as z from 'zod'
import type * as cities from '../../../src/knowledge/schema/city.ts'
import type * as services from '../../../src/knowledge/schema/service.ts'

/** One mistake of an editor, and the problem that must tell of it. Each stands in a field of its own, so all go in one copy. */
export type Break = {
  what: string
  file: string
  field: string
  says: RegExp
  /** Files to change, with how. */
  changes: Record<string, (value: never) => void>
}

export function apply({ changes }: Break, root: string): void {
  for (const [file, change] of Object.entries(changes)) {
    const value = parse(readFileSync(join(root, file), 'utf8')) as never
    change(value)
    writeFileSync(join(root, file), stringify(value))
  }
}

export function broken<T>(what: string, file: string, field: string, says: RegExp, change: (value: T) => void): Break {
  return { what, file, field, says, changes: { [file]: change as (value: never) => void } }
}

type Page = z.input<typeof services.service>
export type Concept = z.input<typeof services.concept>
export type Bodies = z.input<typeof cities.organisations>

export function page(what: string, id: string, field: string, says: RegExp, change: (value: Page) => void): Break {
  return broken(what, `${id.replace('/', '/services/')}.yaml`, field, says, change)
}
export const answer = (what: string, id: string, nl: string, says: RegExp): Break =>
  page(what, id, 'answer.nl', says, (value) => {
    value.answer.nl = nl
  })
export const concept = (
  what: string,
  id: string,
  field: string,
  says: RegExp,
  change: (value: Concept) => void,
): Break => broken(what, `common/concepts/${id}.yaml`, field, says, change)
export const ask = (value: Concept, ...lines: string[]): void => {
  value.phrasings = {
    ...value.phrasings,
    nl: { ...value.phrasings?.nl, gewoon: [...(value.phrasings?.nl?.gewoon ?? []), ...lines] },
  }
}

/** A name and a question that stand nowhere. */
export const none = 'bestaat-niet'
export const twice = 'Mag mijn pinguïn mee op de bank zitten terwijl ik wacht?'
