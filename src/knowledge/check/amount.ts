import type * as z from 'zod'
import type { Problem } from '../problem.ts'
import type { Knowledge } from '../read.ts'
import type { phrasings } from '../schema/phrasings.ts'
import { voices } from '../schema/phrasings.ts'
import { distinctPhrasings } from './distinct.ts'

type Phrasings = z.infer<typeof phrasings>

/** How many distinct ways of asking a page needs, by language. */
export const needed = { nl: 40, fr: 15, en: 15 } as const
export const neededMostAsked = { nl: 60, fr: 15, en: 15 } as const
/** A topic without a page of its own only has to be recognised. */
export const neededPointer = { nl: 20, fr: 8, en: 8 } as const

/** Every concept, and every service without a concept, has enough distinct ways of asking in each language. */
export function enoughPhrasings({ concepts, cities }: Knowledge): Problem[] {
  const ofConcepts = concepts.flatMap(({ file, value }) =>
    checkPhrasings(
      file,
      value.phrasings,
      value.words,
      value.mostAsked ? neededMostAsked : value.pointer ? neededPointer : needed,
    ),
  )
  const ofServices = cities.flatMap((city) =>
    city.services
      .filter(({ value }) => value.concepts.length === 0)
      .flatMap(({ file, value }) => checkPhrasings(file, value.phrasings, value.words, needed)),
  )
  return [...ofConcepts, ...ofServices]
}

function checkPhrasings(
  file: string,
  found: Phrasings,
  words: { [language: string]: string[] | undefined },
  least: { nl: number; fr: number; en: number },
): Problem[] {
  return (['nl', 'fr', 'en'] as const).flatMap((language) => {
    const count = voices.reduce((sum, voice) => sum + (found[language]?.[voice]?.length ?? 0), 0)
    const field = `phrasings.${language}`
    const few: Problem[] =
      count < least[language]
        ? [{ file, field, message: `${count} manieren van vragen; nodig zijn er ${least[language]}` }]
        : []
    return [...few, ...distinctPhrasings(file, field, found[language], words[language] ?? [])]
  })
}
