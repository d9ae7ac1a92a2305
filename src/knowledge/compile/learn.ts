import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { analyser } from '../../search/analysis/analyse.ts'
import { type LinearModel, packModel } from '../../search/linear/model.ts'
import type { CompiledSearch } from '../../search/search-index.ts'
import type { Knowledge } from '../read.ts'
import { learnBeside } from './beside.ts'
import { inOneList, type Phrasing } from './examples.ts'
import { hashOf } from './hash.ts'
import { keptModel } from './kept.ts'
import { trainAskedFact } from './models/asked-fact.ts'
import { trainContactType } from './models/contact-type.ts'
import { trainCrisis } from './models/crisis.ts'
import { trainIntent } from './models/intent.ts'
import { trainLanguage } from './models/language.ts'
import { phrasesOf } from './recognised.ts'

export type Content = { knowledge: Knowledge; phrasings: Phrasing[]; search: CompiledSearch }

/** A model: everything it learns from, and how. */
export type Lesson = { from: unknown; train: () => LinearModel }

/** Code that decides what every model learns from the same lessons, and how it is written; besides, each has its own file. */
const learners = [
  'src/knowledge/train',
  'src/search/linear',
  'src/search/analysis',
  'src/search/packed.ts',
  'src/search/bits.ts',
  'src/search/words/numbers.ts',
  'src/search/patterns.ts',
  'src/core/unknown-kinds.ts',
  'src/core/any-script.ts',
  'src/core/language.ts',
]

/**
 * Trains the models of `.generated/`, the slow part of a build. A model is left as it is when it was made from these
 * very lessons by this very code, which `<name>.key` tells, and taken from those that are kept when one of them was.
 */
export function learn(
  root: string,
  content: Content,
  write: (name: string, content: string | Uint8Array) => void,
  say: (line: string) => void,
  { kept = true } = {},
): void {
  const stale = staleLessons(root, content).filter(({ name, key }) => !(kept && takeKept(root, name, key, write)))
  for (const { name } of stale) {
    say(`learning ${name} from ${content.phrasings.length} ways of asking`)
    // What is broken off half-way must not pass for what the key was made from.
    rmSync(keyOf(root, name), { force: true })
  }
  const finish = ({ name, key, train }: Keyed): void => {
    write(`${name}.bin`, packModel(train()))
    write(`${name}.key`, key)
  }
  const apart = stale.filter(({ name }) => besides.includes(name))
  const own = stale.filter(({ name }) => !besides.includes(name))
  const names = apart.map(({ name }) => name)
  const wait = own.length > 0 && apart.length > 0 ? learnBeside({ content, names, folder: generated(root) }) : null
  for (const lesson of own) finish(lesson)
  const well = wait?.() ?? false
  for (const lesson of apart)
    if (well) write(`${lesson.name}.key`, lesson.key)
    else finish(lesson)
}

/** Takes a model that is kept; false when none is of this key. The key comes last: what was broken off must not pass for it. */
function takeKept(
  root: string,
  name: string,
  key: string,
  write: (name: string, content: string | Uint8Array) => void,
): boolean {
  const kept = keptModel(root, name, key)
  if (!kept) return false
  rmSync(keyOf(root, name), { force: true })
  write(`${name}.bin`, kept)
  write(`${name}.key`, key)
  return true
}

/** Lets the next compile make everything anew, whatever was compiled. */
export function forgetCompiled(root: string): void {
  for (const file of [...modelNames.map((name) => keyOf(root, name)), join(generated(root), 'hash')])
    rmSync(file, { force: true })
}

/** Models that together take as long as all others. */
const besides = ['intent', 'contact-type', 'language']

/** The models by their names. */
export const modelNames = ['intent', 'language', 'crisis', 'contact-type', 'asked-fact']

/** A model by its name, what it is made from as one key, and how. */
export type Keyed = { name: string; key: string; train: () => LinearModel }

const generated = (root: string): string => join(root, '.generated')
const keyOf = (root: string, name: string): string => join(generated(root), `${name}.key`)

/** Models that were not made from these lessons by this code. */
const staleLessons = (root: string, content: Content): Keyed[] =>
  keyedLessons(root, content).filter(({ name, key }) => {
    const kept = keyOf(root, name)
    return !existsSync(kept) || readFileSync(kept, 'utf8') !== key
  })

/** Every model with what it takes to train it, and a key that is another when its lessons or its code are. */
export const keyedLessons = (root: string, content: Content): Keyed[] =>
  Object.entries(lessonsOf(content)).map(([name, { from, train }]) => {
    const code = hashOf(root, [...learners, `src/knowledge/compile/models/${name}.ts`])
    return { name, key: createHash('sha256').update(JSON.stringify(from)).update(code).digest('hex'), train }
  })

/** The lessons of every model, by its name. */
export function lessonsOf({ knowledge, phrasings, search }: Content): Record<string, Lesson> {
  const { vocabulary, cities } = search
  const analyse = analyser(vocabulary)
  const marks = knowledge.vocabulary.map(({ value }) => ({ language: value.language, marks: value.marks }))
  const { words = {}, kinds = [], lookalikes = {} } = knowledge.crisis ?? {}
  const contactTypes = inOneList(knowledge.contactTypes ?? {})
  const askedFacts = inOneList(knowledge.askedFacts ?? {})
  const written = [...Object.values(contactTypes), ...Object.values(askedFacts)].flat()
  const typeOf = typesOfLabels(knowledge)
  const outside = Object.values(knowledge.outside?.lines ?? {}).flat()
  const ordinary = [...phrasings, ...[...new Set([...written, ...outside])].map((text) => ({ text }))]
  // The names of bodies are Dutch in every language.
  const ofNoBody = phrasings.filter(({ label }) => !label.startsWith('organisation:'))
  const asksFor = phrasesOf(knowledge, 'asksFor')
  const asking = askingOf(contactTypes, askedFacts)
  const asked = { ...askedFacts, none: noneOf(contactTypes, askedFacts) }
  return {
    intent: { from: [phrasings, vocabulary, cities], train: () => trainIntent(phrasings, cities, analyse) },
    language: { from: [ofNoBody, marks], train: () => trainLanguage(ofNoBody, marks) },
    crisis: {
      from: [ordinary, vocabulary, words, kinds, lookalikes],
      train: () => trainCrisis({ words, kinds, lookalikes }, ordinary, analyse),
    },
    'contact-type': {
      from: [contactTypes, asking, phrasings, typeOf, vocabulary],
      train: () => trainContactType(contactTypes, asking, phrasings, typeOf, analyse),
    },
    'asked-fact': {
      from: [asked, phrasings, asksFor, vocabulary],
      train: () => trainAskedFact(asked, phrasings, asksFor, analyse),
    },
  }
}

/** Who asks for a fact wants to know something, unless the same line is listed for what it wants. */
function askingOf(contactTypes: Record<string, string[]>, askedFacts: Record<string, string[]>): string[] {
  const listed = new Set(Object.values(contactTypes).flat())
  const asking = Object.values(askedFacts).flat()
  return [...new Set(asking.filter((text) => !listed.has(text)))]
}

/** Who wants to come, to report or to complain asks for no fact, unless the same line is listed as asking for one. */
function noneOf(
  { information, ...others }: Record<string, string[]>,
  { none = [], ...asking }: Record<string, string[]>,
): string[] {
  const listed = new Set(Object.values(asking).flat())
  const elsewhere = Object.values(others).flat()
  return [...new Set([...none, ...elsewhere.filter((text) => !listed.has(text))])]
}

const typesOfLabels = ({ concepts, cities }: Knowledge): Record<string, string> =>
  Object.fromEntries([
    ...concepts.map(({ value }) => [`concept:${value.id}`, value.contactType]),
    ...cities.flatMap(({ services }) => services.map(({ value }) => [`service:${value.id}`, value.contactType])),
  ])
