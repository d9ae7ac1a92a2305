import type * as z from 'zod'
import type { Filed, Knowledge } from '../read.ts'
import { type phrasings, type Voice, voices } from '../schema/phrasings.ts'
import { recognisedLanguages, writtenLanguages } from '../schema/text.ts'

/** One way of asking, with the label it must lead to. */
export type Phrasing = {
  text: string
  label: string
  language: string
  voice: Voice | 'name'
  /** City that the label belongs to; null when every city has it. */
  city: string | null
}

/** What no city helps with is one label: which of it does not matter, the reply is the same. */
const outOfScope = 'none:out-of-scope'

/** All ways of asking that the content holds, in a fixed order. */
export function allPhrasings(knowledge: Knowledge): Phrasing[] {
  return [
    ...knowledge.concepts.flatMap(({ value }) => [
      ...named(`concept:${value.id}`, null, [value.name], value.words),
      ...asked(`concept:${value.id}`, null, value.phrasings),
    ]),
    ...knowledge.cities.flatMap((city) => [
      ...city.services.flatMap(({ value }) => {
        const own = speaksForItself(value)
        const label = labelOfPage(value)
        return [
          ...(own ? named(label, city.slug, [value.name], value.words) : []),
          ...asked(label, own ? city.slug : null, value.phrasings),
        ]
      }),
      ...city.organisations.flatMap((value) => [
        ...named(`organisation:${value.id}`, city.slug, [value.name], { nl: value.aliases }),
        ...asked(`organisation:${value.id}`, city.slug, value.phrasings),
      ]),
    ]),
    ...knowledge.referrals.flatMap(({ value }) => [
      ...named(`referral:${value.id}`, null, [value.name], value.words),
      ...asked(`referral:${value.id}`, null, value.phrasings),
    ]),
    ...whole('about', knowledge.about),
    ...whole('none', knowledge.outOfScope).map((phrasing) => ({ ...phrasing, label: outOfScope })),
    ...knowledge.lifeEvents.flatMap(({ value }) => asked(`event:${value.id}`, null, value.phrasings)),
  ]
}

type Service = Knowledge['cities'][number]['services'][number]['value']

/** A page with words of its own is more than the concepts it fills: its phrasings are its own. Else they are its first concept's. */
const speaksForItself = ({ concepts, words }: Service): boolean =>
  concepts.length === 0 || Object.values(words).some((list) => (list?.length ?? 0) > 0)

const labelOfPage = (page: Service): string =>
  speaksForItself(page) ? `service:${page.id}` : `concept:${page.concepts[0]}`

/** The label that leads to each page, body and other body, by its id; of an id that is a page and a body that of the page. */
export function labelsById({ cities, referrals }: Knowledge): Map<string, string> {
  const pages = cities.flatMap(({ services }) => services.map(({ value }) => [value.id, labelOfPage(value)] as const))
  const bodies = cities.flatMap(({ organisations }) =>
    organisations.map(({ id }) => [id, `organisation:${id}`] as const),
  )
  const others = referrals.map(({ value }) => [value.id, `referral:${value.id}`] as const)
  return new Map([...bodies, ...pages, ...others])
}

type Phrasings = z.infer<typeof phrasings>

const whole = (kind: string, files: Filed<{ id: string; phrasings: Phrasings }>[]): Phrasing[] =>
  files.flatMap(({ value }) => asked(`${kind}:${value.id}`, null, value.phrasings))

function asked(label: string, city: string | null, found: Phrasings): Phrasing[] {
  const written = writtenLanguages.flatMap((language) =>
    voices.flatMap((voice) => (found[language]?.[voice] ?? []).map((text) => ({ text, label, language, voice, city }))),
  )
  const further = recognisedLanguages.flatMap((language) =>
    (found[language] ?? []).map((text) => ({ text, label, language, voice: 'gewoon' as const, city })),
  )
  return [...written, ...further]
}

function named(
  label: string,
  city: string | null,
  names: { [language: string]: string | undefined }[],
  words: { [language: string]: string[] | undefined },
): Phrasing[] {
  return writtenLanguages.flatMap((language) =>
    [...names.map((name) => name[language]), ...(words[language] ?? [])]
      .filter((text): text is string => Boolean(text))
      .map((text) => ({ text, label, language, voice: 'name' as const, city })),
  )
}

/** Lines of all languages together, by label. */
export const inOneList = (byLabel: Record<string, Record<string, string[]>>): Record<string, string[]> =>
  Object.fromEntries(Object.entries(byLabel).map(([label, byLanguage]) => [label, Object.values(byLanguage).flat()]))
