import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeCatalogue } from '../../core/catalogue-text.ts'
import { analyser } from '../../search/analysis/analyse.ts'
import { packModel } from '../../search/linear/model.ts'
import type { CompiledSearch } from '../../search/search-index.ts'
import { checkKnowledge } from '../check/check.ts'
import { type Problem, report } from '../problem.ts'
import { type Knowledge, readKnowledge } from '../read.ts'
import { compileCatalogue } from './catalogue.ts'
import { compileDeskNotes } from './desk-notes.ts'
import { editorSchemas } from './editor-schemas.ts'
import { allPhrasings, type Phrasing } from './examples.ts'
import { compiledHash, contentHash, hashOf } from './hash.ts'
import { type CrisisLines, type Marks, trainContactType, trainCrisis, trainIntent, trainLanguage } from './models.ts'
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
 * Compiles `knowledge/` to `.generated/`, unless that is already of this content. Tells what it does through `say`.
 * @throws {ContentError} with every problem of the content in one report.
 */
export function compile(root: string, say: (line: string) => void): { hash: string; fresh: boolean } {
  const hash = contentHash(root)
  if (compiledHash(root) === hash) return { hash, fresh: false }

  say('reading and checking knowledge/')
  const { knowledge, problems } = readKnowledge(join(root, 'knowledge'))
  const all = [...problems, ...(problems.length === 0 ? checkKnowledge(knowledge) : [])]
  if (all.length > 0) throw new ContentError(all)

  const target = join(root, '.generated')
  mkdirSync(join(target, 'schemas'), { recursive: true })
  const write = (name: string, content: string | Uint8Array): void => writeFileSync(join(target, name), content)
  for (const [name, schema] of Object.entries(editorSchemas())) write(name, schema)
  const phrasings = allPhrasings(knowledge)
  const search = compileSearch(knowledge, phrasings)
  const { index, ...asText } = search
  write('catalogue.txt', writeCatalogue(compileCatalogue(knowledge, hash)))
  write('search.txt', JSON.stringify(asText))
  write('index.bin', index)
  const marks = knowledge.vocabulary.map(({ value }) => ({ language: value.language, marks: value.marks }))
  const lessons = {
    phrasings,
    marks,
    search,
    crisis: knowledge.crisis ?? { words: {}, kinds: [], lookalikes: {} },
    contactTypes: knowledge.contactTypes ?? {},
    typeOf: typesOfLabels(knowledge),
  }
  learn(root, lessons, write, say)
  write('desk.bin', compileTyped(phrasings))
  write('desk-notes.txt', JSON.stringify(compileDeskNotes(knowledge)))
  write('hash', hash)
  return { hash, fresh: true }
}

type Lessons = {
  phrasings: Phrasing[]
  marks: Marks[]
  search: CompiledSearch
  crisis: CrisisLines
  contactTypes: Record<string, Record<string, string[]>>
  /** Contact type of the page behind a label. */
  typeOf: Record<string, string>
}

/** Messages of every contact type: what people in no danger write. */
const linesOf = (contactTypes: Lessons['contactTypes']): { text: string }[] =>
  Object.values(contactTypes)
    .flatMap((byLanguage) => Object.values(byLanguage).flat())
    .map((text) => ({ text }))

const typesOfLabels = ({ concepts, cities }: Knowledge): Record<string, string> =>
  Object.fromEntries([
    ...concepts.map(({ value }) => [`concept:${value.id}`, value.contactType]),
    ...cities.flatMap(({ services }) => services.map(({ value }) => [`service:${value.id}`, value.contactType])),
  ])

type Write = (name: string, content: string | Uint8Array) => void

/** Code that decides what a model learns from the same lessons. */
const learners = ['src/knowledge/train', 'src/search/linear', 'src/search/analysis', 'src/knowledge/compile/models.ts']

/** Trains the models, unless they were made from these very lessons by this very code: it is the slow part. */
function learn(root: string, lessons: Lessons, write: Write, say: (line: string) => void): void {
  const { phrasings, marks, search, crisis, contactTypes, typeOf } = lessons
  const key = createHash('sha256')
    .update(
      JSON.stringify([
        phrasings,
        marks,
        search.vocabulary,
        search.cities,
        crisis.words,
        crisis.kinds,
        crisis.lookalikes,
        contactTypes,
        typeOf,
      ]),
    )
    .update(hashOf(root, learners))
    .digest('hex')
  const marker = join(root, '.generated/models')
  if (existsSync(marker) && readFileSync(marker, 'utf8') === key) return
  const analyse = analyser(search.vocabulary)
  say(`learning from ${phrasings.length} ways of asking (half a minute)`)
  write('intent.bin', packModel(trainIntent(phrasings, search.cities, analyse)))
  write('language.bin', packModel(trainLanguage(phrasings, marks)))
  write('crisis.bin', packModel(trainCrisis(crisis, [...phrasings, ...linesOf(contactTypes)], analyse)))
  write('contact-type.bin', packModel(trainContactType(contactTypes, phrasings, typeOf, analyse)))
  write('models', key)
}
