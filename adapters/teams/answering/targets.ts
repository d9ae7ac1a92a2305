import type { AskOutput } from '../../../src/core/ask.ts'
import type { Assistant } from '../../../src/core/ports.ts'
import type { TeamsParts } from '../parts.ts'

type Lang = Parameters<Assistant['say']>[1]
type Found = { targets: string[]; lang: Lang }

/** Pages for what is being typed, best first, and for nothing at all the ones that people need most. */
export function targetsFor({ assistant, config: { city } }: TeamsParts): (words: string, lang: Lang) => Found {
  const popular = remembered((lang: Lang) => firstOpening(assistant, city, lang))
  return (words, lang) => {
    if (!words) return { targets: popular(lang), lang }
    const asked = assistant.ask({ text: words, city, lang })
    const found = targetsOf(asked, words, assistant)
    const suggested = city ? assistant.suggest(words, city, asked.lang) : []
    const [begun, held] = byBeginning(suggested, words)
    const all = [...begun, ...(isAnswer(asked) ? found.slice(0, 1) : []), ...held, ...found]
    return { targets: distinct(all), lang: all.length > 0 ? asked.lang : lang }
  }
}

type Suggested = ReturnType<Assistant['suggest']>

/** Pages whose name begins with what is typed, and those whose name only holds it. */
function byBeginning(suggested: Suggested, words: string): [string[], string[]] {
  const begins = ({ label }: Suggested[number]): boolean => label.toLowerCase().startsWith(words.toLowerCase())
  const targets = (some: Suggested): string[] => some.map(({ target }) => target)
  return [targets(suggested.filter(begins)), targets(suggested.filter((one) => !begins(one)))]
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
