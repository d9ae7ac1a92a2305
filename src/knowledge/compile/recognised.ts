import type { Ambiguity, Catalogue, CrisisKind } from '../../core/catalogue.ts'
import { fold, tokens } from '../../search/analysis/fold.ts'
import { phraseHeads } from '../../search/patterns.ts'
import type { Knowledge } from '../read.ts'
import { sentence } from './sentences.ts'

/** What a message is looked through for: expressions, signs of danger, names and numbers. */

export function compileAmbiguity({
  id,
  phrases,
  unless,
  question,
  concepts,
  services,
}: Knowledge['ambiguities'][number]['value']): Ambiguity {
  return {
    id,
    phrases: [...phrases.nl, ...phrases.fr, ...phrases.en],
    unless,
    question: sentence(question),
    concepts,
    services,
  }
}

export function compileCrisis({ crisis }: Knowledge): CrisisKind[] {
  const lineOf = new Map(crisis?.lines.map(({ id, number, name }) => [id, { id, number, name }]))
  const lines = (ids: string[]) => ids.flatMap((id) => lineOf.get(id) ?? [])
  return (crisis?.kinds ?? []).map(({ id, reply, signs, lines: { nl, fr, en } }) => ({
    id,
    reply,
    signs,
    lines: { nl: lines(nl), fr: lines(fr), en: lines(en) },
  }))
}

export function compilePatterns(knowledge: Knowledge): Catalogue['patterns'] {
  const { aboutHours = [], aboutContact = [], ...asked } = phrasesOf(knowledge, 'asksFor')
  return {
    asks: phraseHeads(Object.entries(asked)),
    aboutCity: [...aboutHours, ...aboutContact],
    talk: phrasesOf(knowledge, 'talk'),
  }
}

/** Phrases by kind, of all languages together. */
export function phrasesOf({ vocabulary }: Knowledge, what: 'asksFor' | 'talk'): Record<string, string[]> {
  const merged: Record<string, string[]> = {}
  for (const { value } of vocabulary)
    for (const [kind, phrases] of Object.entries<string[]>(value[what]))
      merged[kind] = [...(merged[kind] ?? []), ...phrases]
  return merged
}

/** Phone numbers that are no personal data. */
export function publicNumbers({ cities, crisis, facts }: Knowledge): string[] {
  const phones = [...facts, ...cities.flatMap((city) => city.facts)].filter(({ kind }) => kind === 'phone')
  const values = phones.map(({ value }) => (typeof value === 'string' ? value : value.nl))
  return [...new Set([...values, ...(crisis?.lines ?? []).map(({ number }) => number)])]
}

/** Folded names and aliases of organisations, of all cities. */
export function organisationNames({ cities }: Knowledge): Record<string, string[]> {
  const names: Record<string, string[]> = {}
  for (const { organisations } of cities) {
    for (const { id, name, aliases } of organisations) {
      for (const known of [name.nl, name.fr, name.en, ...aliases]) {
        const key = tokens(fold(known ?? '')).join(' ')
        if (key && !names[key]?.includes(id)) names[key] = [...(names[key] ?? []), id]
      }
    }
  }
  return names
}
