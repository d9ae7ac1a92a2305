import type { Catalogue } from '../../core/catalogue.ts'
import { readCatalogue, writeCatalogue } from '../../core/catalogue-text.ts'
import type { DeskNotes } from '../../core/desk-notes.ts'
import type { World } from '../../dialogue/world.ts'
import { unpackEncoder } from '../../search/encoder/packed.ts'
import { unpackModel } from '../../search/linear/model.ts'
import { classReader } from '../../search/linear/word-classes.ts'
import { loadSearch } from '../../search/load.ts'
import { packParts, unpackParts } from '../../search/packed.ts'
import { isPlaceName } from '../../search/places.ts'
import type { CompiledSearch } from '../../search/search-index.ts'
import { type TypedIndex, unpackTyped } from '../../search/typed/typed-index.ts'

/** The compiled content as the Worker holds it: what the desk's page gets a copy of. */
export type DeskContent = {
  /** `search.txt`. */
  search: string
  index: Uint8Array
  intent: Uint8Array
  encoder: Uint8Array
  language: Uint8Array
  crisis: Uint8Array
  contactType: Uint8Array
  askedFact: Uint8Array
  /** `assets/desk.bin`. */
  typed: Uint8Array
  /** `desk-notes.txt`: never part of the catalogue. */
  notes: string
}

/** All that a desk page holds of a city: the world of the assistant, and what only colleagues read and search. */
export type DeskWorld = { world: World; typed: TypedIndex; notes: DeskNotes }

const magic = 0x4c4b5745

/** The content of one city in one piece, with its notes and nobody else's. */
export function packDeskContent(catalogue: Catalogue, city: string, content: DeskContent): Uint8Array {
  const own = Object.entries(catalogue.cities).filter(([slug]) => slug === city)
  const notes = Object.entries(JSON.parse(content.notes) as DeskNotes).filter(([id]) => id.startsWith(`${city}/`))
  return packParts(magic, [
    encode(writeCatalogue({ ...catalogue, cities: Object.fromEntries(own) })),
    encode(content.search),
    content.index,
    content.intent,
    content.encoder,
    content.language,
    content.crisis,
    content.contactType,
    content.askedFact,
    content.typed,
    encode(JSON.stringify(Object.fromEntries(notes))),
  ])
}

/** @throws when the bytes are of another version. */
export function unpackDeskContent(bytes: Uint8Array): DeskWorld {
  const next = unpackParts(magic, bytes)
  const text = (): string => new TextDecoder().decode(next())
  const catalogue = readCatalogue(text())
  const search = JSON.parse(text()) as Omit<CompiledSearch, 'index'>
  const index = next()
  const readers = {
    intent: next(),
    encoder: unpackEncoder(next()),
    read: classReader(catalogue.crisisWords),
    isPlace: isPlaceName(catalogue.places),
  }
  return {
    world: {
      catalogue,
      search: loadSearch({ ...search, index }, readers, Object.keys(catalogue.cities)),
      language: unpackModel(next()),
      crisis: unpackModel(next()),
      contactType: unpackModel(next()),
      askedFact: unpackModel(next()),
    },
    typed: unpackTyped(next()),
    notes: JSON.parse(text()) as DeskNotes,
  }
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
