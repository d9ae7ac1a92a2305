import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { analyser } from '../../search/analysis/analyse.ts'
import { packModel } from '../../search/linear/model.ts'
import { checkKnowledge } from '../check/check.ts'
import { type Problem, report } from '../problem.ts'
import { readKnowledge } from '../read.ts'
import { compileCatalogue } from './catalogue.ts'
import { editorSchemas } from './editor-schemas.ts'
import { allPhrasings } from './examples.ts'
import { hashOf } from './hash.ts'
import { trainCrisis, trainIntent, trainLanguage } from './models.ts'
import { compileSearch } from './search.ts'

/** Folders whose files decide what is compiled: content, and the code that turns it into an index. */
const inputs = ['knowledge', 'src/knowledge', 'src/search', 'src/core']

export class ContentError extends Error {
  readonly problems: Problem[]
  constructor(problems: Problem[]) {
    super(report(problems))
    this.name = 'ContentError'
    this.problems = problems
  }
}

/**
 * Compiles `knowledge/` to `.generated/`, unless that is already of this content. Tells what it does through `say`.
 * @throws {ContentError} with every problem of the content in one report.
 */
export function compile(root: string, say: (line: string) => void): { hash: string; fresh: boolean } {
  const hash = hashOf(root, inputs)
  const target = join(root, '.generated')
  const marker = join(target, 'hash')
  if (existsSync(marker) && readFileSync(marker, 'utf8') === hash) return { hash, fresh: false }

  say('reading and checking knowledge/')
  const { knowledge, problems } = readKnowledge(join(root, 'knowledge'))
  const all = [...problems, ...(problems.length === 0 ? checkKnowledge(knowledge) : [])]
  if (all.length > 0) throw new ContentError(all)

  mkdirSync(join(target, 'schemas'), { recursive: true })
  const write = (name: string, content: string | Uint8Array): void => writeFileSync(join(target, name), content)
  for (const [name, schema] of Object.entries(editorSchemas())) write(name, schema)
  const phrasings = allPhrasings(knowledge)
  const search = compileSearch(knowledge, phrasings)
  write('catalogue.json', JSON.stringify(compileCatalogue(knowledge, hash)))
  write('search.json', JSON.stringify(search))
  const analyse = analyser(search.vocabulary)
  say(`learning from ${phrasings.length} ways of asking`)
  write('intent.bin', packModel(trainIntent(phrasings, search.cities, analyse)))
  write('language.bin', packModel(trainLanguage(phrasings)))
  write('crisis.bin', packModel(trainCrisis(knowledge.crisis ?? { kinds: [], lookalikes: {} }, phrasings, analyse)))
  writeFileSync(marker, hash)
  return { hash, fresh: true }
}
