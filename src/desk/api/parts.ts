import type { Catalogue } from '../../core/catalogue.ts'
import type { HandedConversations } from '../../core/ports.ts'
import type { DeskStub } from '../client.ts'
import type { DeskContent } from '../content/pack.ts'
import type { DeskFiles } from '../files.ts'
import type { Gate } from '../sign-in/gate.ts'

/** What the desk's routes are given. */
export type DeskParts = {
  gate: Gate
  /** The object of a city's desk. */
  officeOf: (city: string) => DeskStub
  conversations: HandedConversations
  catalogue: Catalogue
  /** How the outside world reaches us; the origin of the request when nobody said. */
  publicUrl: string | null
  publicNumbers: readonly string[]
  /** The built page, and the content that it searches; each read when it is first asked for. */
  files: () => DeskFiles | Promise<DeskFiles>
  content: () => DeskContent | Promise<DeskContent>
  /** The issuer of a local run, whose code signs in once; null elsewhere. */
  localIssuer: string | null
  fetch: typeof fetch
  /** The present moment, ISO with offset. */
  clock: () => string
}
