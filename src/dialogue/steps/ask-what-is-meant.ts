import type { Ambiguity } from '../../core/catalogue.ts'
import { type PhraseTest, phraseTest, wordsOf } from '../../search/patterns.ts'
import type { Turn } from '../turn-state.ts'
import type { World } from '../world.ts'
import { offer } from './ask.ts'
import { need } from './recognise.ts'

/** Meaningful words, known to some page, beside the expression up to which a message says too little to decide. */
const saysMore = 5
/** Confidence from which the rest of a message tells by itself which of the meanings it is ("vaderschap erkennen"). */
const told = 0.8

/** Some expressions mean several things ("samenwonen"): a message that says little more gets the question that content has for it. */
export function askWhatIsMeant(turn: Turn, world: World): Turn {
  const city = turn.city ? world.catalogue.cities[turn.city] : undefined
  if (!city || turn.homonym) return turn
  const words = wordsOf(turn.text)
  if (!holdsAny(world)(words)) return turn
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

const any = new WeakMap<World['catalogue'], PhraseTest>()

/** Whether a message holds any of the expressions: most hold none, and need no look at each. */
function holdsAny({ catalogue }: World): PhraseTest {
  const known = any.get(catalogue) ?? phraseTest(catalogue.ambiguities.flatMap(({ phrases }) => phrases))
  any.set(catalogue, known)
  return known
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

function fits(ambiguity: Ambiguity, words: string, turn: Turn, world: World): boolean {
  const { search } = world
  const { phrases, unless } = testsOf(ambiguity)
  const phrase = phrases.find(({ test }) => test(words))
  if (!phrase || unless(words)) return false
  const said = search.analyse(turn.text).words
  const beside = search.analyse(said.filter((word) => !phrase.words.has(word)).join(' ')).terms
  const more = new Set(beside.filter((term) => !term.startsWith('=') && search.known(term) > 0))
  return more.size <= saysMore && !tells(said, phrases, turn, world)
}

/** Whether what is said beside all such expressions leads to the same page as the whole message does. */
function tells(said: string[], phrases: Tests['phrases'], turn: Turn, world: World): boolean {
  const rest = said.filter((word) => !phrases.some(({ words }) => words.has(word)))
  const [whole] = turn.needs[0]?.candidates ?? []
  if (rest.length === 0 || whole === undefined) return false
  const alone = need(rest.join(' '), turn, world)
  return alone.confidence >= told && alone.candidates[0]?.target === whole.target
}

function likeliestFirst(targets: string[], { needs }: Turn): string[] {
  const shares = new Map((needs[0]?.candidates ?? []).map(({ target, share }) => [target, share]))
  return targets.toSorted((a, b) => (shares.get(b) ?? 0) - (shares.get(a) ?? 0))
}
