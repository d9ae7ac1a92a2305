import type { Ambiguity } from '../../core/catalogue.ts'
import { type PhraseTest, phraseTest, wordsOf } from '../../search/patterns.ts'
import type { Turn } from '../turn-state.ts'
import type { World } from '../world.ts'
import { offer } from './decide.ts'

/** Meaningful words beside the expression up to which a message says too little to decide. */
const saysMore = 4

/** Some expressions mean several things ("samenwonen"): a message that says little more gets the question that content has for it. */
export function askWhatIsMeant(turn: Turn, world: World): Turn {
  const city = turn.city ? world.catalogue.cities[turn.city] : undefined
  if (!city || turn.homonym) return turn
  const words = wordsOf(turn.text)
  const found = world.catalogue.ambiguities.find((ambiguity) => fits(ambiguity, words, turn, world))
  if (!found) return turn
  const own = found.services.filter((service) => Object.hasOwn(city.services, service))
  const targets = [...new Set([...found.concepts.flatMap((concept) => city.concepts[concept] ?? []), ...own])].slice(
    0,
    3,
  )
  if (targets.length < 2) return turn
  return { ...turn, decision: { ...offer(likeliestFirst(targets, turn), turn, world), question: found.question } }
}

type Tests = { phrases: { test: PhraseTest; words: Set<string> }[]; unless: PhraseTest }
const compiled = new WeakMap<Ambiguity, Tests>()

/** Tests of an ambiguity, made once. */
function testsOf(ambiguity: Ambiguity): Tests {
  const known = compiled.get(ambiguity)
  if (known) return known
  const phrases = ambiguity.phrases.map((phrase) => ({
    test: phraseTest([phrase]),
    words: new Set(wordsOf(phrase).split(' ')),
  }))
  const tests = { phrases, unless: phraseTest(ambiguity.unless) }
  compiled.set(ambiguity, tests)
  return tests
}

function fits(ambiguity: Ambiguity, words: string, { text }: Turn, { search }: World): boolean {
  const { phrases, unless } = testsOf(ambiguity)
  const phrase = phrases.find(({ test }) => test(words))
  if (!phrase || unless(words)) return false
  const rest = search.analyse(text).words.filter((word) => !phrase.words.has(word))
  return new Set(search.analyse(rest.join(' ')).terms.filter((term) => !term.startsWith('='))).size <= saysMore
}

function likeliestFirst(targets: string[], { needs }: Turn): string[] {
  const shares = new Map((needs[0]?.candidates ?? []).map(({ target, share }) => [target, share]))
  return targets.toSorted((a, b) => (shares.get(b) ?? 0) - (shares.get(a) ?? 0))
}
