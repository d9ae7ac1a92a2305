import type { AskOutput } from '../../../src/core/ask.ts'
import type { Assistant } from '../../../src/core/ports.ts'
import type { TeamsParts } from '../parts.ts'

type Lang = Parameters<Assistant['say']>[1]
type Found = { targets: string[]; lang: Lang }

/** Pages for what is being typed, best first, and for nothing at all the ones that people need most. */
export function targetsFor({ assistant, config: { city } }: TeamsParts): (words: string, lang: Lang) => Found {
  const popular = remembered((lang: Lang) => firstOpening(assistant, city, lang))
  const named = remembered((label: string) => assistant.ask({ text: label, city }).services[0]?.id)
  return (words, lang) => {
    if (!words) return { targets: popular(lang), lang }
    const asked = assistant.ask({ text: words, city, lang })
    const begun = city ? assistant.suggest(words, city, asked.lang).flatMap(({ text }) => named(text) ?? []) : []
    return { targets: distinct([...begun, ...targetsOf(asked, words, assistant)]), lang: asked.lang }
  }
}

const distinct = (targets: string[]): string[] => [...new Set(targets)]

/** Questions of the editors' list, as the pages that answer them in this city. */
const firstOpening = (assistant: Assistant, city: string | null, lang: Lang): string[] =>
  distinct(
    assistant
      .say('teams.popular', lang, city)
      .split('\n')
      .flatMap((text) => {
        const asked = assistant.ask({ text, city, lang })
        return isAnswer(asked) || !city ? targetsOf(asked, text, assistant).slice(0, 1) : []
      }),
  )

const isAnswer = ({ outcome }: AskOutput): boolean => /^(answered|referred)/.test(outcome)

/** Where no city is known, the first page of each city that the question could be about. */
function targetsOf(
  { outcome, reply, services, organisations }: AskOutput,
  text: string,
  assistant: Assistant,
): string[] {
  if (outcome !== 'clarifying.city') {
    return services.length > 0 ? services.map(({ id }) => id) : organisations.map(({ id }) => `organisation:${id}`)
  }
  return reply.choices.flatMap(({ id }) => assistant.ask({ text, city: id }).services[0]?.id ?? [])
}

function remembered<K, V>(find: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>()
  return (key) => {
    if (!known.has(key)) known.set(key, find(key))
    return known.get(key) as V
  }
}
