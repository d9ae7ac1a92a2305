import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeCatalogue } from '../../core/catalogue-text.ts'
import { unpackEncoder } from '../../search/encoder/packed.ts'
import { checkKnowledge } from '../check/check.ts'
import { type Problem, report } from '../problem.ts'
import { readKnowledge } from '../read.ts'
import { compileCatalogue } from './catalogue.ts'
import { compileDeskNotes } from './desk-notes.ts'
import { compileSourceTexts } from './documents.ts'
import { editorSchemas } from './editor-schemas.ts'
import { encoderFile } from './encoder-schooling.ts'
import { allPhrasings, type Phrasing } from './examples.ts'
import { compiledHash, contentHash } from './hash.ts'
import { learn } from './learn.ts'
import { compileSearch } from './search.ts'
import { compileTyped } from './typed.ts'

export class ContentError extends Error {
  readonly problems: Problem[]
  constructor(problems: Problem[]) {
    super(report(problems))
    this.name = 'ContentError'
    this.problems = problems
  }
}

/**
 * Compiles `knowledge/` to `.generated/`, unless that is already of this content. Tells what it does through `say`. Models
 * that are kept are taken, unless `kept` is false.
 * @throws {ContentError} with every problem of the content in one report.
 */
export function compile(
  root: string,
  say: (line: string) => void,
  { kept = true } = {},
): { hash: string; fresh: boolean } {
  const hash = contentHash(root)
  if (compiledHash(root) === hash) return { hash, fresh: false }

  say('reading and checking knowledge/')
  const { knowledge, problems } = readKnowledge(join(root, 'knowledge'))
  const all = [...problems, ...(problems.length === 0 ? checkKnowledge(knowledge) : [])]
  if (all.length > 0) throw new ContentError(all)

  const target = join(root, '.generated')
  for (const folder of ['schemas', 'assets']) mkdirSync(join(target, folder), { recursive: true })
  const write = (name: string, content: string | Uint8Array): void => writeFileSync(join(target, name), content)
  for (const [name, schema] of Object.entries(editorSchemas())) write(name, schema)
  const phrasings = allPhrasings(knowledge)
  const search = compileSearch(knowledge, phrasings)
  const { index, ...asText } = search
  const catalogue = compileCatalogue(knowledge, hash)
  write('catalogue.txt', writeCatalogue(catalogue))
  write('search.txt', JSON.stringify(asText))
  write('index.bin', index)
  takeEncoder(root, phrasings, write, say)
  learn(root, { knowledge, phrasings, search }, write, say, { kept })
  write('assets/desk.bin', compileTyped(phrasings))
  write('assets/source-texts.txt', JSON.stringify(compileSourceTexts(knowledge)))
  write('desk-notes.txt', JSON.stringify(compileDeskNotes(knowledge)))
  write('hash', hash)
  return { hash, fresh: true }
}

/**
 * The encoder is learned by `npm run train:encoder`, which takes too long for a build, and kept with the code. What it has
 * not learned yet is left to the linear model.
 */
function takeEncoder(
  root: string,
  phrasings: Phrasing[],
  write: (name: string, content: Uint8Array) => void,
  say: (line: string) => void,
): void {
  const bytes = new Uint8Array(readFileSync(encoderFile(root)))
  write('encoder.bin', bytes)
  const known = new Set(unpackEncoder(bytes).heads.get('intent')?.labels)
  const others = [...new Set(phrasings.map(({ label }) => label))].filter((label) => !known.has(label))
  if (others.length > 0) say(`not learned by the encoder yet (npm run train:encoder): ${others.join(', ')}`)
}
