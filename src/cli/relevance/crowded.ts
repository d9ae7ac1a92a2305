import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { City, PublicService } from '../../core/catalogue.ts'
import type { World } from '../../dialogue/world.ts'
import type { Phrasing } from '../../knowledge/compile/examples.ts'
import { trainIntent } from '../../knowledge/compile/models/intent.ts'
import { compileSearch } from '../../knowledge/compile/search.ts'
import type { Knowledge } from '../../knowledge/read.ts'
import { type Analysis, analyser } from '../../search/analysis/analyse.ts'
import { type LinearModel, packModel } from '../../search/linear/model.ts'
import { loadSearch } from '../../search/load.ts'
import type { Signal } from '../../search/search-index.ts'
import type { Distractor } from './distractors.ts'

/** Our content, as read and as asked for. */
export type Content = { knowledge: Knowledge; phrasings: Phrasing[] }

/**
 * The world with distractors as pages of one city, compiled and learned as if editors had written them: they stand in
 * the index, the model learns them, and they can be answered. Without `learned` the model has only heard their names.
 */
export function crowded(
  world: World,
  { knowledge, phrasings }: Content,
  slug: string,
  distractors: Distractor[],
  { learned = true }: { learned?: boolean } = {},
): { world: World; phrasings: Phrasing[] } {
  const city = world.catalogue.cities[slug] as City
  const pages = distractors.map((distractor, at) => ({ ...distractor, id: `${slug}/${idPrefix}${at + 1}` }))
  const all = [...phrasings, ...pages.flatMap((page) => asPhrasings(page, slug))]
  const services = { ...city.services, ...Object.fromEntries(pages.map((page) => [page.id, asService(page, city)])) }
  const cities = { ...world.catalogue.cities, [slug]: { ...city, services } }
  const catalogue = { ...world.catalogue, cities }
  const compiled = compileSearch(knowledge, all)
  const intent = learned
    ? remembered(`${world.catalogue.hash} ${JSON.stringify(pages)}`, () =>
        packModel(trainIntent(all, compiled.cities, analyser(compiled.vocabulary))),
      )
    : packModel(withUnknown(world.search.intent, [...new Set(all.map(({ label }) => label))]))
  const search = loadSearch(compiled, { ...world.search, intent }, Object.keys(cities))
  return { world: { ...world, search, catalogue }, phrasings: all }
}

/** The model with labels that it never learned: before any word is said they are as likely as the others are on average. */
function withUnknown(model: LinearModel, labels: string[]): LinearModel {
  const known = new Set(model.labels)
  const all = [...model.labels, ...labels.filter((label) => !known.has(label))]
  const usual = model.bias.reduce((sum, value) => sum + value, 0) / model.bias.length
  return { ...model, labels: all, bias: Float32Array.from(all, (_, at) => model.bias[at] ?? usual) }
}

/** Learning with a thousand pages more takes minutes: the bytes are kept for as long as content and distractors stay the same. */
function remembered(key: string, make: () => Uint8Array): Uint8Array {
  const name = createHash('sha256').update(key).digest('hex').slice(0, 16)
  const file = join('.generated/relevance', `crowded-${name}.bin`)
  if (existsSync(file)) return new Uint8Array(readFileSync(file))
  console.error('learning with the distractors (a few minutes, once)')
  const bytes = make()
  mkdirSync('.generated/relevance', { recursive: true })
  writeFileSync(file, bytes)
  return bytes
}

const idPrefix = 'distractor-'
/** Whether an id is one of the pages that stand in the way. */
export const isDistractor = (id: string | null): boolean => id?.includes(`/${idPrefix}`) ?? false

/** The same world with index and intent model made anew from these phrasings, and no encoder, which knows all of them; `narrow` takes away what the model may see. */
export function relearned(
  world: World,
  knowledge: Knowledge,
  phrasings: Phrasing[],
  narrow: (analysis: Analysis) => Analysis = (analysis) => analysis,
): World {
  const compiled = compileSearch(knowledge, phrasings)
  const analyse = analyser(compiled.vocabulary)
  const intent = packModel(trainIntent(phrasings, compiled.cities, (text) => narrow(analyse(text))))
  const search = loadSearch(compiled, { ...world.search, intent }, Object.keys(world.catalogue.cities))
  const without = new Set<Signal>([...(world.search.without ?? []), 'encoder'])
  return { ...world, search: { ...search, without, analyse: (text) => narrow(search.analyse(text)) } }
}

type Page = Distractor & { id: string }

function asPhrasings({ id, name, description, keywords }: Page, city: string): Phrasing[] {
  const of = (text: string, voice: Phrasing['voice']): Phrasing => ({
    text,
    label: `service:${id}`,
    language: 'nl',
    voice,
    city,
  })
  const sentences = description.split(/(?<=[.!?])\s+/).filter((sentence) => sentence.split(/\s+/).length > 2)
  return [
    ...[name, ...keywords].map((text) => of(text, 'name')),
    ...sentences.slice(0, 3).map((text) => of(text, 'gewoon')),
  ]
}

const asService = ({ id, name, description }: Page, { firstLine }: City): PublicService => ({
  id,
  kind: 'service',
  organisation: firstLine.organisation,
  concepts: [],
  theme: '',
  contactType: 'information',
  name: { nl: name },
  answer: { nl: description || name },
  lacks: [],
  appointment: 'unknown',
  channels: [],
  facts: [],
  sources: [],
})
