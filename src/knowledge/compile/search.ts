import MiniSearch from 'minisearch'
import { isWritten } from '../../core/language.ts'
import { type Analysis, analyser, analysisVersion } from '../../search/analysis/analyse.ts'
import { fold, tokens } from '../../search/analysis/fold.ts'
import { listsOf } from '../../search/analysis/lists.ts'
import type { Vocabulary } from '../../search/analysis/vocabulary.ts'
import { type Entry, indexOptions } from '../../search/index-options.ts'
import type { CompiledSearch } from '../../search/search-index.ts'
import { packIndex, type Serialised } from '../../search/words/columns.ts'
import type { Knowledge } from '../read.ts'
import type { Phrasing } from './examples.ts'
import { type Line, tellingTerms } from './telling-terms.ts'

export function compileVocabulary({ vocabulary }: Knowledge): Vocabulary {
  const synonyms: [string, string][] = vocabulary.flatMap(({ value }) =>
    value.synonyms.flatMap(([canonical = '', ...others]) =>
      [canonical, ...others].map((word): [string, string] => [folded(word), folded(canonical).replaceAll(' ', '_')]),
    ),
  )
  return {
    stop: vocabulary.flatMap(({ value }) => value.stop.map(folded)),
    synonyms: listsOf(Object.fromEntries(synonyms)),
    openings: openingsOf(synonyms.map(([written]) => written)),
    spelling: listsOf(formsOf(vocabulary.map(({ value }) => value.spelling))),
    irregular: listsOf(formsOf(vocabulary.map(({ value }) => value.irregular))),
    falseFriends: vocabulary.flatMap(({ value }) => value.falseFriends.flat().map(folded)),
  }
}

const folded = (text: string): string => tokens(fold(text)).join(' ')

const formsOf = (records: Record<string, string>[]): Record<string, string> =>
  Object.fromEntries(records.flatMap(Object.entries).map(([from, to]) => [folded(from), folded(to as string)]))

const openingsOf = (phrases: string[]): string[] => [
  ...new Set(phrases.flatMap((phrase) => (phrase.includes(' ') ? phrase.slice(0, phrase.indexOf(' ')) : []))),
]

/**
 * Ways of asking for one label in one language that the word index holds; the model learns from all. With more of them a
 * page answers to every word, the index grows by what its owner writes, and a question takes longer to match.
 */
const mostIndexed = 100
/** In a language that we recognise but do not write. */
const mostFurther = 30
/** What lies outside our scope is one label for all that the world may ask. */
const mostOutside = 200

const mostOf = (label: string, language: string): number =>
  label.startsWith('none:') ? mostOutside : isWritten(language) ? mostIndexed : mostFurther

/** At most that many, spread over the whole: the lines stand by voice. */
function spread<Item>(lines: Item[], most: number): Item[] {
  const step = Math.max(1, lines.length / most)
  return lines.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step))
}

/** One entry a label, with its names, phrasings and description as analysed terms. */
export function compileSearch(knowledge: Knowledge, phrasings: Phrasing[]): CompiledSearch {
  const vocabulary = compileVocabulary(knowledge)
  const analyse = analyser(vocabulary)
  const terms = (texts: string[]): string => texts.flatMap((text) => analyse(text).terms).join(' ')
  const descriptions = describe(knowledge)
  const index = new MiniSearch<Entry>(indexOptions)
  // The fullest first: short ids then lie closer together, which makes the packed index smaller.
  const fullestFirst = [...Map.groupBy(phrasings, ({ label }) => label)].sort(([, a], [, b]) => b.length - a.length)
  const asked = new Map(fullestFirst.map(([label, lines]) => [label, indexed(label, lines, analyse)]))
  const kept = tellingTerms(asked)
  for (const [label, lines] of fullestFirst) {
    const names = lines.filter(isName)
    index.add({
      id: label,
      name: terms(names.slice(0, 3).map(({ text }) => text)),
      words: terms(names.slice(3).map(({ text }) => text)),
      phrasings: kept(label).join(' '),
      description: terms(descriptions.get(label) ?? []),
    })
  }
  return {
    analysisVersion,
    vocabulary,
    cities: reachable(knowledge, phrasings),
    index: packIndex(index.toJSON() as unknown as Serialised),
  }
}

/** Voices that write words as most people do, and few that are beside the point. */
const plainVoices = new Set<Phrasing['voice']>(['zoekbalk', 'gewoon'])

/** Terms of the ways of asking for a label that are indexed, line by line. */
function indexed(label: string, lines: Phrasing[], analyse: (text: string) => Analysis): Line[] {
  const asked = lines.filter((line) => !isName(line))
  const chosen = [...Map.groupBy(asked, ({ language }) => language)].flatMap(([language, some]) =>
    spread(some, mostOf(label, language)),
  )
  return chosen.map(({ text, voice, language }) => ({
    terms: analyse(text).terms,
    plain: plainVoices.has(voice) && isWritten(language),
  }))
}

const isName = ({ voice }: Phrasing): boolean => voice === 'name'

/** Longer texts of a label: what it is, what an organisation does. */
function describe({ concepts, cities, referrals }: Knowledge): Map<string, string[]> {
  const texts = (value: { nl: string; fr?: string | undefined; en?: string | undefined }): string[] =>
    [value.nl, value.fr, value.en].filter((text): text is string => Boolean(text))
  return new Map([
    ...concepts.map(({ value }): [string, string[]] => [`concept:${value.id}`, texts(value.description)]),
    ...referrals.map(({ value }): [string, string[]] => [`referral:${value.id}`, texts(value.does)]),
    ...cities.flatMap(({ organisations }) =>
      organisations.map((value): [string, string[]] => [`organisation:${value.id}`, texts(value.does)]),
    ),
  ])
}

function reachable({ cities, referrals }: Knowledge, phrasings: Phrasing[]): Record<string, string[]> {
  const own = phrasings
    .filter(({ city }) => city !== null)
    .map(({ label, city }): [string, string[]] => [label, [city ?? '']])
  const notIn = referrals
    .filter(({ value }) => value.notIn.length > 0)
    .map(({ value }): [string, string[]] => [
      `referral:${value.id}`,
      cities.map(({ slug }) => slug).filter((slug) => !value.notIn.includes(slug)),
    ])
  return Object.fromEntries([...own, ...notIn])
}
