import { create, insertMultiple, search as searchOrama } from '@orama/orama'
import { Document as FlexDocument } from 'flexsearch'
import Fuse from 'fuse.js'
import lunr from 'lunr'
import MiniSearch, { type SearchOptions } from 'minisearch'
import type { Document } from './documents.ts'
import type { Engine, Search } from './engine.ts'

const depth = 3

function miniSearch(documents: Document[], options: SearchOptions = {}): Search {
  const index = new MiniSearch<Document>({ fields: ['title', 'text'] })
  index.addAll(documents)
  return (text) =>
    index
      .search(text, options)
      .slice(0, depth)
      .map(({ id }) => id as string)
}

function orama(documents: Document[]): Search {
  const db = create({ schema: { title: 'string', text: 'string' } as const })
  void insertMultiple(
    db,
    documents.map(({ id, title, text }) => ({ id, title, text })),
    documents.length,
  )
  return (text) => {
    const found = searchOrama(db, { term: text, limit: depth })
    return found instanceof Promise ? found.then(idsOf) : idsOf(found)
  }
}

const idsOf = ({ hits }: { hits: { id: string }[] }): string[] => hits.map(({ id }) => id)

/** Every word must be found unless `suggest` is on, and whole questions seldom have only known words. */
function flexSearch(documents: Document[]): Search {
  const index = new FlexDocument({ document: { id: 'id', index: ['title', 'text'] } })
  for (const { id, title, text } of documents) index.add({ id, title, text })
  return (text) => {
    const fields = index.search(text, { limit: depth, suggest: true })
    return [...new Set(fields.flatMap(({ result }) => result as string[]))]
  }
}

function lunrSearch(documents: Document[]): Search {
  const index = lunr(function () {
    this.ref('id')
    this.field('title')
    this.field('text')
    for (const document of documents) this.add(document)
  })
  return (text) =>
    index
      .query((query) => query.term(lunr.tokenizer(text), {}))
      .slice(0, depth)
      .map(({ ref }) => ref)
}

/** Without `ignoreLocation` it looks at the first letters of a text only. */
function fuse(documents: Document[]): Search {
  const index = new Fuse(documents, { keys: ['title', 'phrasings'], ignoreLocation: true })
  return (text) => index.search(text, { limit: depth }).map(({ item }) => item.id)
}

export const libraries: Engine[] = [
  { name: 'MiniSearch, defaults', build: (documents) => miniSearch(documents) },
  {
    name: 'MiniSearch, prefix and fuzzy on everything',
    build: (documents) => miniSearch(documents, { prefix: true, fuzzy: 0.2 }),
  },
  { name: 'Orama', build: orama },
  { name: 'FlexSearch', build: flexSearch },
  { name: 'lunr', build: lunrSearch },
  { name: 'Fuse.js', build: fuse },
]
