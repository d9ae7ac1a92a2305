import { anyScript } from '../../core/any-script.ts'
import type { City } from '../../core/catalogue.ts'
import { isWritten, type Language, type WrittenLanguage } from '../../core/language.ts'
import { letterFeatures } from '../../search/linear/features.ts'
import { score, softmax } from '../../search/linear/model.ts'
import type { Turn } from '../turn-state.ts'
import type { World } from '../world.ts'

const letterIn = anyScript('[\\p{L}]', 'u')

/** Share below which the language of a message is a guess, and the one that was given or the city's own wins. */
const sure = 0.6
/** A few words tell little: there the city's own languages have a head start. */
const fewWords = 4
const headStart = 4
const oneWordHeadStart = 40
/** In a conversation a few words are in its language, unless it is plain that they are not. */
const conversationHeadStart = 30

/** Finds the language of the message, and the language of the reply that the city's policy allows. */
export function recogniseLanguage(turn: Turn, { language, catalogue }: World): Turn {
  const city = turn.city ? catalogue.cities[turn.city] : undefined
  if (!letterIn(turn.text).test(turn.text)) return withoutWords(turn, city)
  const shares = softmax(score(language, letterFeatures(turn.text)))
  const expected = turn.input.lang ?? city?.languages.official[0] ?? 'nl'
  const favoured = new Set<string>([...(city?.languages.official ?? []), expected])
  const words = turn.text.trim().split(/\s+/).length
  const favour = (label: string): number => {
    if (words > fewWords || !favoured.has(label)) return 1
    if (label === turn.memory?.lang) return conversationHeadStart
    return words === 1 ? oneWordHeadStart : headStart
  }
  const ranked = language.labels
    .map((label, at) => ({ label: label as Language, share: (shares[at] ?? 0) * favour(label) }))
    .sort((a, b) => b.share - a.share)
  const [best] = ranked
  const doubtful = !best || best.share < sure
  const found = doubtful ? fallback(ranked, expected, city) : best.label
  return { ...turn, language: found, lang: replyLanguage(found, expected, city) }
}

/** A number, or a choice that was tapped, is in the language of before. */
function withoutWords(turn: Turn, city: City | undefined): Turn {
  const language = turn.input.lang ?? city?.languages.official[0] ?? 'nl'
  return { ...turn, language, lang: replyLanguage(language, language, city) }
}

/** In doubt: the likeliest of the languages that the city itself uses, if it comes close; else the expected one. */
function fallback(
  ranked: { label: Language; share: number }[],
  expected: WrittenLanguage,
  city: City | undefined,
): Language {
  const own = city ? [...city.languages.official, ...city.languages.courtesy] : (['nl', 'fr', 'en'] as const)
  const likely = ranked.find(({ label }) => isWritten(label) && own.includes(label))
  return likely && likely.share >= 0.3 ? likely.label : expected
}

function replyLanguage(found: Language, expected: WrittenLanguage, city: City | undefined): WrittenLanguage {
  const allowed = city
    ? [...city.languages.official, ...city.languages.courtesy]
    : (['nl', 'fr', 'en'] as WrittenLanguage[])
  if (isWritten(found) && allowed.includes(found)) return found
  return city?.languages.official[0] ?? expected
}
