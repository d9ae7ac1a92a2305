import type { Ambiguity } from '../../core/catalogue.ts'
import { type PhraseTest, phraseTest, wordsOf } from '../../search/patterns.ts'
import { need } from '../need.ts'
import { kindOf } from '../targets.ts'
import type { Turn } from '../turn-state.ts'
import type { World } from '../world.ts'
import { offer } from './ask.ts'

/** Confidence from which the rest of a message tells by itself which of the meanings it is ("vaderschap erkennen"). */
const told = 0.8
/** Confidence from which a message is about a page that is none of them. */
const surelyElse = 0.9

/** Some expressions mean several things ("samenwonen"): a message of which the rest does not tell which gets the question that content has for it. */
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
  if (targets.length < 2 || isAboutElse(targets, turn)) return turn
  return { ...turn, decision: { ...offer(likeliestFirst(targets, turn), turn, world), question: found.question } }
}

/** Whether a message is surely about a page that is none of the meanings ("iemand belde met een kopie van mijn pas"). */
function isAboutElse(targets: string[], { needs: [whole] }: Turn): boolean {
  const [top] = whole?.candidates ?? []
  if (!top || kindOf(top.target) === 'organisation') return false
  return (whole?.confidence ?? 0) >= surelyElse && !targets.includes(top.target)
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
  const { phrases, unless } = testsOf(ambiguity)
  if (!phrases.some(({ test }) => test(words)) || unless(words)) return false
  return !tells(world.search.analyse(turn.text).words, phrases, turn, world)
}

/** Parts of a message that are looked at by themselves, the longest first. */
const mostParts = 4

/** Whether a part of what is said beside all such expressions leads to the same page as the whole message does. */
function tells(said: string[], phrases: Tests['phrases'], turn: Turn, world: World): boolean {
  const [whole] = turn.needs[0]?.candidates ?? []
  if (whole === undefined) return false
  const rest = said.map((word) => (phrases.some(({ words }) => words.has(word)) ? ',' : word)).join(' ')
  const parts = rest.split(',').map((part) => part.trim())
  const longest = parts.filter(Boolean).toSorted((a, b) => b.length - a.length)
  return longest.slice(0, mostParts).some((part) => {
    const alone = need(part, turn, world)
    return alone.confidence >= told && alone.candidates[0]?.target === whole.target
  })
}

function likeliestFirst(targets: string[], { needs }: Turn): string[] {
  const shares = new Map((needs[0]?.candidates ?? []).map(({ target, share }) => [target, share]))
  return targets.toSorted((a, b) => (shares.get(b) ?? 0) - (shares.get(a) ?? 0))
}
