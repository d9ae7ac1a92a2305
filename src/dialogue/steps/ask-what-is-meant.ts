import type { Ambiguity } from '../../core/catalogue.ts'
import { phraseTest, wordsOf } from '../../search/patterns.ts'
import type { Turn } from '../turn-state.ts'
import type { World } from '../world.ts'
import { offer } from './decide.ts'

/** Words beside the expression from which a message says enough to decide. */
const saysMore = 3

/** Some expressions mean several things ("samenwonen"): a message that says little more gets the question that content has for it. */
export function askWhatIsMeant(turn: Turn, world: World): Turn {
  const city = turn.city ? world.catalogue.cities[turn.city] : undefined
  if (!city || turn.homonym) return turn
  const words = wordsOf(turn.text)
  const found = world.catalogue.ambiguities.find((ambiguity) => fits(ambiguity, words, turn, world))
  if (!found) return turn
  const own = found.services.filter((service) => Object.hasOwn(city.services, service))
  const targets = [...new Set([...found.concepts.flatMap((concept) => city.concepts[concept] ?? []), ...own])].slice(0, 3)
  if (targets.length < 2) return turn
  return { ...turn, decision: { ...offer(likeliestFirst(targets, turn), turn, world), question: found.question } }
}

function fits({ phrases, unless }: Ambiguity, words: string, { text }: Turn, { search }: World): boolean {
  const phrase = phrases.find((candidate) => phraseTest([candidate])(words))
  if (!phrase || phraseTest(unless)(words)) return false
  const inPhrase = new Set(wordsOf(phrase).split(' '))
  const rest = search.analyse(text).words.filter((word) => !inPhrase.has(word))
  return new Set(search.analyse(rest.join(' ')).terms.filter((term) => !term.startsWith('='))).size <= saysMore
}

function likeliestFirst(targets: string[], { needs }: Turn): string[] {
  const shares = new Map((needs[0]?.candidates ?? []).map(({ target, share }) => [target, share]))
  return targets.toSorted((a, b) => (shares.get(b) ?? 0) - (shares.get(a) ?? 0))
}
