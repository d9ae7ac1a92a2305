import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SourceText } from '../core/catalogue.ts'
import { readCatalogue } from '../core/catalogue-text.ts'
import type { World } from '../dialogue/world.ts'
import { compiledHash, contentHash } from '../knowledge/compile/hash.ts'
import { unpackEncoder } from '../search/encoder/packed.ts'
import { unpackModel } from '../search/linear/model.ts'
import { classReader } from '../search/linear/word-classes.ts'
import { loadSearch } from '../search/load.ts'
import { isPlaceName } from '../search/places.ts'
import type { CompiledSearch } from '../search/search-index.ts'

/** The compiled content of the project in the current folder, compiled first when it is not of this content. */
export async function compiledWorld(): Promise<World> {
  const root = process.cwd()
  if (compiledHash(root) !== contentHash(root)) {
    // Loaded only when needed: reading YAML and checking content is most of the code, and asking needs none of it.
    const { compile } = await import('../knowledge/compile/compile.ts')
    compile(root, (line) => console.error(line))
  }
  return readWorld(root)
}

/** The compiled content, read from `.generated/` of the project. @throws when it was never compiled. */
export function readWorld(root: string = process.cwd()): World {
  const bytes = (name: string): Uint8Array => new Uint8Array(readFileSync(join(root, '.generated', name)))
  const text = (name: string): string => readFileSync(join(root, '.generated', name), 'utf8')
  const catalogue = readCatalogue(text('catalogue.txt'))
  const search = JSON.parse(text('search.txt')) as Omit<CompiledSearch, 'index'>
  const readers = {
    intent: bytes('intent.bin'),
    encoder: unpackEncoder(bytes('encoder.bin')),
    read: classReader(catalogue.crisisWords),
    isPlace: isPlaceName(catalogue.places),
  }
  return {
    catalogue,
    search: loadSearch({ ...search, index: bytes('index.bin') }, readers, Object.keys(catalogue.cities)),
    language: unpackModel(bytes('language.bin')),
    crisis: unpackModel(bytes('crisis.bin')),
    contactType: unpackModel(bytes('contact-type.bin')),
    askedFact: unpackModel(bytes('asked-fact.bin')),
  }
}

/** What the pages of sources show, by the id of the document. */
export const readSourceTexts = (root: string = process.cwd()): Record<string, SourceText> =>
  JSON.parse(readFileSync(join(root, '.generated', 'assets', 'source-texts.txt'), 'utf8')) as Record<string, SourceText>
