import type { Options } from 'minisearch'

/** One entry of the index: everything that may lead to one label. */
export type Entry = { id: string; name: string; words: string; phrasings: string; description: string }

/**
 * Options of the index, shared by the one who builds it and the one who loads it: MiniSearch loads an index with other
 * options without a murmur and finds less. Texts come in as terms joined by spaces, already analysed.
 */
export const indexOptions: Options<Entry> = {
  fields: ['name', 'words', 'phrasings', 'description'],
  storeFields: [],
  tokenize: (text) => text.split(' ').filter(Boolean),
  processTerm: (term) => term,
}

export const boosts = { name: 1, words: 1.5, phrasings: 3, description: 0.3 }
