import MiniSearch, { type SearchOptions } from 'minisearch'
import type { Catalogue, SourceText } from '../../core/catalogue.ts'
import type { Texts } from '../../core/language.ts'
import { targetOf } from '../../dialogue/targets.ts'
import type { Phrasing } from '../../knowledge/compile/examples.ts'

/** What we are held against, on the same questions: a ranking of service and organisation ids for a text in a city. */
export type Opponent = { name: string; rank: (text: string, city: string | null) => Hit[] }
export type Hit = { id: string; score: number }

type Page = { id: string; key: string; city: string; title: string; description: string; body: string }

const stop = new Set(
  'de het een en van in op te dat die is ik je u mijn voor met aan er als ook maar om hoe waar wat wie wanneer kan moet naar bij le la les un une des et de du je mon ma mes pour avec dans où que qui comment quand est the a an and of to in on is i my for with where what how when can do'.split(
    ' ',
  ),
)
const plainTerm = (term: string): string | null => {
  const low = term.toLowerCase()
  return stop.has(low) ? null : low
}

/** (a) Site search as a city would run it: titles, descriptions and page text, BM25, prefix, fuzzy 0.2, stop words. */
export function siteSearch(catalogue: Catalogue, stated: Record<string, SourceText>): Opponent {
  const index = new MiniSearch<Page>({
    fields: ['title', 'description', 'body'],
    idField: 'key',
    storeFields: ['id', 'city'],
    processTerm: plainTerm,
  })
  index.addAll(pages(catalogue, stated))
  const options: SearchOptions = { prefix: true, fuzzy: 0.2, boost: { title: 3, description: 1.5 } }
  return { name: '(a) site search', rank: ranker(index, options) }
}

function pages({ cities, referrals }: Catalogue, stated: Record<string, SourceText>): Page[] {
  const all = (texts: Texts | undefined): string => [texts?.nl, texts?.fr, texts?.en].filter(Boolean).join(' ')
  const statement = (document: string, lines: string): Texts | undefined =>
    stated[document]?.statements.find((known) => known.lines === lines)?.states
  const ofCities = Object.values(cities).flatMap((city) => [
    ...Object.values(city.services).map((service) => ({
      id: service.id,
      key: service.id,
      city: city.id,
      title: all(service.name),
      description: all(service.answer),
      body: service.sources.map(({ document, lines }) => all(statement(document, lines))).join(' '),
    })),
    ...Object.values(city.organisations)
      .filter(({ audience }) => audience === 'citizen' || audience === 'mixed')
      .map(({ id, name, does }) => ({
        id,
        key: `organisation ${id}`,
        city: city.id,
        title: all(name),
        description: all(does),
        body: '',
      })),
  ])
  const bodies = Object.values(referrals).map(({ id, name, does }) => ({
    id,
    key: id,
    city: '*',
    title: all(name),
    description: all(does),
    body: '',
  }))
  return [...ofCities, ...bodies]
}

type Filled = { key: string; id: string; city: string; name: string; asked: string }

/** The settings of MiniSearch among which (b) gets its best. */
export const settings: SearchOptions[] = [0, 0.1, 0.2].flatMap((fuzzy) =>
  [false, true].flatMap((prefix) =>
    [1, 2, 4].flatMap((name) => [
      { fuzzy, prefix, boost: { name } },
      { fuzzy, prefix, boost: { name }, weights: { fuzzy: 0.2, prefix: 0.3 } },
    ]),
  ),
)

/** (b) The same content as ours, phrasings included, in one setting of MiniSearch. */
export function sameContent(catalogue: Catalogue, phrasings: Phrasing[]): (setting: SearchOptions) => Opponent {
  const index = new MiniSearch<Filled>({
    fields: ['name', 'asked'],
    idField: 'key',
    storeFields: ['id', 'city'],
    processTerm: plainTerm,
  })
  index.addAll(filled(catalogue, phrasings))
  return (setting) => ({ name: '(b) same content in MiniSearch', rank: ranker(index, setting) })
}

function filled(catalogue: Catalogue, phrasings: Phrasing[]): Filled[] {
  const byLabel = [...Map.groupBy(phrasings, ({ label }) => label)]
  return Object.values(catalogue.cities).flatMap((city) =>
    byLabel.flatMap(([label, lines]) => {
      const target = lines.some((line) => line.city === null || line.city === city.id)
        ? targetOf(label, city, catalogue)
        : null
      if (!target || target.startsWith('topic:')) return []
      const text = (named: boolean): string =>
        lines
          .filter(({ voice }) => (voice === 'name') === named)
          .map((line) => line.text)
          .join(' ')
      return [
        {
          key: `${city.id} ${label}`,
          id: target.replace(/^organisation:/, ''),
          city: city.id,
          name: text(true),
          asked: text(false),
        },
      ]
    }),
  )
}

function ranker<T>(index: MiniSearch<T>, options: SearchOptions): Opponent['rank'] {
  return (text, city) => {
    const found = index.search(text, {
      ...options,
      filter: (hit) => city === null || hit.city === city || hit.city === '*',
    })
    const best = new Map<string, number>()
    for (const { id, score } of found) if (!best.has(id as string)) best.set(id as string, score)
    return [...best].map(([id, score]) => ({ id, score }))
  }
}
