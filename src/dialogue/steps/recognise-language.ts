import type { City } from '../../core/catalogue.ts'
import { isWritten, type Language, type WrittenLanguage } from '../../core/language.ts'
import { letterFeatures } from '../../search/linear/features.ts'
import { score, softmax } from '../../search/linear/model.ts'
import type { Turn } from '../turn-state.ts'
import type { World } from '../world.ts'

/** Share below which the language of a message is a guess, and the one that was given or the city's own wins. */
const sure = 0.6
/** A few words tell little: there the city's own languages have a head start. */
const fewWords = 4
const headStart = 4

/** Finds the language of the message, and the language of the reply that the city's policy allows. */
export function recogniseLanguage(turn: Turn, { language, catalogue }: World): Turn {
  const city = turn.city ? catalogue.cities[turn.city] : undefined
  const shares = softmax(score(language, letterFeatures(turn.text)))
  const expected = turn.input.lang ?? city?.languages.official[0] ?? 'nl'
  const favoured = new Set<string>([...(city?.languages.official ?? []), expected])
  const favour = turn.text.split(/\s+/).length <= fewWords ? headStart : 1
  const ranked = language.labels
    .map((label, at) => ({ label: label as Language, share: (shares[at] ?? 0) * (favoured.has(label) ? favour : 1) }))
    .sort((a, b) => b.share - a.share)
  const [best] = ranked
  const doubtful = !best || best.share < sure
  const found = doubtful ? fallback(ranked, expected, city) : best.label
  return { ...turn, language: found, lang: replyLanguage(found, expected, city) }
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
