import accessibilityText from '../../.generated/accessibility.txt'
import askedFactBytes from '../../.generated/asked-fact.bin'
import catalogueText from '../../.generated/catalogue.txt'
import contactTypeBytes from '../../.generated/contact-type.bin'
import crisisBytes from '../../.generated/crisis.bin'
import deskNotesText from '../../.generated/desk-notes.txt'
import encoderBytes from '../../.generated/encoder.bin'
import indexBytes from '../../.generated/index.bin'
import intentBytes from '../../.generated/intent.bin'
import languageBytes from '../../.generated/language.bin'
import searchText from '../../.generated/search.txt'
import widgetText from '../../.generated/widget.txt'
import type { Accessibility } from '../core/accessibility.ts'
import type { SourceText } from '../core/catalogue.ts'
import { readCatalogue } from '../core/catalogue-text.ts'
import type { DeskNotes } from '../core/desk-notes.ts'
import { linkHosts } from '../core/link-hosts.ts'
import { once } from '../core/once.ts'
import type { WidgetFiles } from '../core/widget-files.ts'
import type { DeskParts } from '../desk/api/parts.ts'
import type { DeskFiles } from '../desk/files.ts'
import type { World } from '../dialogue/world.ts'
import { unpackEncoder } from '../search/encoder/packed.ts'
import { unpackModel } from '../search/linear/model.ts'
import { classReader } from '../search/linear/word-classes.ts'
import { loadSearch } from '../search/load.ts'
import { isPlaceName } from '../search/places.ts'
import type { CompiledSearch } from '../search/search-index.ts'

/** The compiled content, which the Worker carries or has beside it. Nothing is parsed before somebody asks for it. */

export type Environment = Record<string, unknown>

export function loadWorld(): World {
  const catalogue = readCatalogue(catalogueText)
  return {
    catalogue,
    search: loadSearch(
      { ...(JSON.parse(searchText) as Omit<CompiledSearch, 'index'>), index: new Uint8Array(indexBytes) },
      {
        intent: new Uint8Array(intentBytes),
        encoder: unpackEncoder(new Uint8Array(encoderBytes)),
        read: classReader(catalogue.crisisWords),
        isPlace: isPlaceName(catalogue.places),
      },
      Object.keys(catalogue.cities),
    ),
    language: unpackModel(new Uint8Array(languageBytes)),
    crisis: unpackModel(new Uint8Array(crisisBytes)),
    contactType: unpackModel(new Uint8Array(contactTypeBytes)),
    askedFact: unpackModel(new Uint8Array(askedFactBytes)),
  }
}

export const readAccessibility = (): Accessibility => JSON.parse(accessibilityText) as Accessibility
export const readDeskNotes = (): DeskNotes => JSON.parse(deskNotesText) as DeskNotes
export const readWidget = (): WidgetFiles => JSON.parse(widgetText) as WidgetFiles

/** Looked up when the first link is drawn, not at the start. */
export const contentHosts = once((): ReadonlySet<string> => linkHosts(catalogueText))

/** What sources state, for their pages. */
export const readSourceTexts = async (environment: Environment): Promise<Record<string, SourceText>> =>
  (await asset(environment, 'source-texts.txt')).json() as Promise<Record<string, SourceText>>

/** The page of the desk, and what it searches in. */
export const deskContentOf = (environment: Environment): Pick<DeskParts, 'files' | 'content'> => ({
  files: async () => (await asset(environment, 'desk.txt')).json() as Promise<DeskFiles>,
  content: async () => ({
    search: searchText,
    index: new Uint8Array(indexBytes),
    intent: new Uint8Array(intentBytes),
    encoder: new Uint8Array(encoderBytes),
    language: new Uint8Array(languageBytes),
    crisis: new Uint8Array(crisisBytes),
    contactType: new Uint8Array(contactTypeBytes),
    askedFact: new Uint8Array(askedFactBytes),
    typed: new Uint8Array(await (await asset(environment, 'desk.bin')).arrayBuffer()),
    notes: deskNotesText,
  }),
})

/** A file that lies beside the Worker, see `[assets]` in wrangler.toml. The host of the address means nothing. */
async function asset({ ASSETS }: Environment, name: string): Promise<Response> {
  const found = await (ASSETS as { fetch: typeof fetch }).fetch(`https://assets.invalid/${name}`)
  if (!found.ok) throw new Error(`assets: ${name} gives ${found.status}`)
  return found
}
