import type { Problem } from '../problem.ts'
import type { CityKnowledge, Knowledge } from '../read.ts'

type Texts = { nl: string; fr?: string | undefined; en?: string | undefined }

/**
 * The languages say the same: the same numbers (prices, hours, phones, dates), the same sites, as many papers to bring,
 * and in messages the same blanks to fill in. Answers hold no facts; that is a rule of its own.
 */
export function parity({ cities, messages }: Knowledge): Problem[] {
  return [...cities.flatMap(ofCity), ...ofMessages(messages)]
}

function ofCity({ slug, facts, services, organisations, locations }: CityKnowledge): Problem[] {
  return [
    ...facts.flatMap(({ id, value, label }) => [
      ...(typeof value === 'string' ? [] : differing(`${slug}/facts.yaml`, `${id}.value`, value)),
      ...(label ? differing(`${slug}/facts.yaml`, `${id}.label`, label) : []),
    ]),
    ...services.flatMap(({ file, value: { evidence } }) =>
      evidence ? [...differing(file, 'evidence', evidence), ...otherPapers(file, evidence)] : [],
    ),
    ...organisations.flatMap(({ id, does, where }) => [
      ...differing(`${slug}/organisations.yaml`, `${id}.does`, does),
      ...(where ? differing(`${slug}/organisations.yaml`, `${id}.where`, where) : []),
    ]),
    ...locations.flatMap(({ id, floor, note }) =>
      [floor, note].flatMap((texts) => (texts ? differing(`${slug}/locations.yaml`, id, texts) : [])),
    ),
  ]
}

function differing(file: string, field: string, texts: Texts): Problem[] {
  const expected = essence(texts.nl)
  return (['fr', 'en'] as const).flatMap((language) => {
    const text = texts[language]
    if (text === undefined || essence(text) === expected) return []
    const message = `zegt niet hetzelfde als het Nederlands: ${essence(text) || 'niets'} in plaats van ${expected || 'niets'}`
    return [{ file, field: `${field}.${language}`, message }]
  })
}

/** Numbers and sites of a text, in one spelling, in order of size. */
export function essence(text: string): string {
  const sites = [...text.matchAll(/(?:https?:\/\/|www\.)([\w.-]+\w)/g)].map(([, host = '']) =>
    host.replace(/^www\./, ''),
  )
  const rest = text.replace(/(?:https?:\/\/|www\.)\S+/g, ' ')
  const numbers = [...rest.matchAll(clock)].map(([, whole, part, half]) => numberIn(whole, part, half))
  return [...sites.sort(), ...numbers.sort((a, b) => a - b).map(String)].join(' ')
}

/** "8.30", "8 h 30", "13:15", "1.15 p.m.", "12,50": a number, perhaps with a part behind it, perhaps of the afternoon. */
const clock = /(\d+)(?:(?:[.,:](?=\d)|\s?h\s?(?=\d\d\b))(\d+))?(?:\s?([ap])\.?\s?m\b\.?)?/giu

function numberIn(whole = '', part = '', half = ''): number {
  const afternoon = half.toLowerCase() === 'p' && Number(whole) < 12 ? 12 : 0
  return Number(`${Number(whole) + afternoon}.${part || '0'}`)
}

/** Papers stand apart by commas and joining words. */
const papers = (text: string): number =>
  text.split(/,|;|\n|\b(?:en|et|and|plus)\b/iu).filter((part) => part.trim()).length

function otherPapers(file: string, texts: Texts): Problem[] {
  return (['fr', 'en'] as const).flatMap((language) => {
    const text = texts[language]
    if (text === undefined || papers(text) === papers(texts.nl)) return []
    const message = `noemt ${papers(text)} papieren, het Nederlands ${papers(texts.nl)}`
    return [{ file, field: `evidence.${language}`, message }]
  })
}

function ofMessages(messages: Knowledge['messages']): Problem[] {
  const dutch = messages.find(({ file }) => file.endsWith('/nl.yaml'))?.value ?? {}
  return messages.flatMap(({ file, value }) =>
    Object.entries(value).flatMap(([name, text]) => {
      const expected = blanks(dutch[name] ?? '')
      return blanks(text) === expected
        ? []
        : [{ file, field: name, message: `vult ${blanks(text) || 'niets'} in, het Nederlands ${expected || 'niets'}` }]
    }),
  )
}

/** Blanks of a message; a message may leave one out in none of its forms. */
function blanks(text: string | { je: string; u: string }): string {
  const forms = typeof text === 'string' ? [text] : [text.je, text.u]
  return [...new Set(forms.flatMap((form) => form.match(/\{\w+\}/g) ?? []))].sort().join(' ')
}
