import type { Catalogue } from '../../core/catalogue.ts'
import type { HandedConversations } from '../../core/ports.ts'
import type { Office } from '../office/office.ts'
import type { Gate } from '../sign-in/gate.ts'

/** What the desk's routes are given. */
export type DeskParts = {
  gate: Gate
  /** The object of a city's desk. */
  officeOf: (city: string) => Office & { fetch(request: Request): Promise<Response> }
  conversations: HandedConversations
  catalogue: Catalogue
  /** How the outside world reaches us; the origin of the request when nobody said. */
  publicUrl: string | null
  publicNumbers: readonly string[]
  /** The present moment, ISO with offset. */
  clock: () => string
}
