import type { World } from '../../dialogue/world.ts'
import { trainCrisis } from '../../knowledge/compile/models/crisis.ts'
import { voices } from '../../knowledge/schema/phrasings.ts'
import { packModel, unpackModel } from '../../search/linear/model.ts'
import type { Signal } from '../../search/search-index.ts'
import { type Content, relearned } from './crowded.ts'

/** The world without one part, made when it is its turn: some of them take half a minute. */
export type Variant = { name: string; world: () => World }

/** Parts that can be left out of a question at once, with the same index and models. */
export function quickVariants(world: World): Variant[] {
  const without = (...signals: Signal[]): World => ({
    ...world,
    search: { ...world.search, without: new Set(signals) },
  })
  return [
    { name: 'without mending', world: () => without('mending') },
    { name: 'without the word index', world: () => without('index') },
    { name: 'without the linear model of pages', world: () => without('model') },
    { name: 'without the encoder', world: () => without('encoder') },
  ]
}

/** Parts that index and models are made with: both are made anew without them. The confidence is kept as it is. */
export function relearnedVariants(world: World, { knowledge, phrasings }: Content): Variant[] {
  return [
    ...(['synonyms', 'spelling', 'irregular'] as const).map((part) => ({
      name: vocabularyNames[part],
      world: () => withoutVocabulary(part, world, { knowledge, phrasings }),
    })),
    ...voices.map((voice) => ({
      name: `without the phrasings of "${voice}"`,
      world: () =>
        relearned(
          world,
          knowledge,
          phrasings.filter((phrasing) => phrasing.voice !== voice),
        ),
    })),
    {
      name: 'without letters and pairs of words in the model',
      world: () => relearned(world, knowledge, phrasings, (analysis) => ({ ...analysis, words: [] })),
    },
    {
      name: 'names and words only, no phrasings',
      world: () => relearned(world, knowledge, phrasings.filter(isKeptWithoutPhrasings)),
    },
  ]
}

const vocabularyNames = {
  synonyms: 'without synonyms',
  spelling: 'without colloquial words and chat spelling',
  irregular: 'without irregular forms',
}

/** What has no name of its own (small talk, out of scope, life events) keeps its phrasings: nothing else says it exists. */
const isKeptWithoutPhrasings = ({ voice, label }: Content['phrasings'][number]): boolean =>
  voice === 'name' || /^(about|none|event):/.test(label)

function withoutVocabulary(part: keyof typeof vocabularyNames, world: World, { knowledge, phrasings }: Content): World {
  const vocabulary = knowledge.vocabulary.map((file) => ({
    ...file,
    value: { ...file.value, [part]: part === 'synonyms' ? [] : {} },
  }))
  const without = relearned(world, { ...knowledge, vocabulary }, phrasings)
  const crisis = trainCrisis(
    knowledge.crisis ?? { words: {}, kinds: [], lookalikes: {} },
    phrasings,
    without.search.analyse,
  )
  return { ...without, crisis: unpackModel(packModel(crisis)) }
}
