import { cluesOfShares } from '../search/clues.ts'
import type { Match } from '../search/match.ts'
import { names } from '../search/names.ts'
import { wordsOf } from '../search/patterns.ts'
import { need } from './need.ts'
import { stepTargets } from './steps/life-event.ts'
import { phrasesOf } from './talk/reactions.ts'
import { kindOf, nameIn } from './targets.ts'
import type { Need, Turn } from './turn-state.ts'
import type { World } from './world.ts'

/** Confidence, and share of its page, from which a part of a message counts as a need of its own. */
const ownNeed = { confidence: 0.8, share: 0.7 }

/** With more parts than this a message is a story, not a list of needs. */
const mostClauses = 5

/** Parts of a message that may each be a need: sentences, and what "and" joins. */
function clauses(text: string): string[] {
  const parts = text.split(/[.?!;\n]+|,?\s+(?:en ook|en|et|and|also|ook|aussi)\s+/iu).map((part) => part.trim())
  const long = parts.filter((part) => part.split(/\s+/).length >= 2)
  return long.length > 1 && long.length <= mostClauses ? long : []
}

/** The parts that are a need of their own; none when they cannot become several, so that no part is matched for nothing. */
export function ownNeeds(message: string, turn: Turn, world: World): Need[] {
  const texts = clauses(message)
  const found: Need[] = []
  for (const [at, text] of texts.entries()) {
    if (found.length + texts.length - at < 2) return []
    const part = need(text, turn, world, (found) => asPage(found, turn, world))
    if (isOwnNeed(part, world)) found.push(part)
  }
  return found
}

/** Beside another need a life event is its likeliest step ("ik ga verhuizen"): their shares count together. */
function asPage(found: Match, { city }: Turn, world: World): Match {
  const event = found.candidates.find(({ target }) => kindOf(target) === 'event')
  if (!event || !city) return found
  const steps = new Set(stepTargets(nameIn(event.target), city, world).map(({ target }) => target))
  const step = found.candidates.find(({ target }) => steps.has(target) && kindOf(target) === 'service')
  if (!step) return found
  const one = { ...step, share: step.share + event.share, labels: [...step.labels, ...event.labels] }
  const others = found.candidates.filter((candidate) => candidate !== event && candidate !== step)
  const candidates = [one, ...others].sort((a, b) => b.share - a.share)
  return { candidates, clues: { ...found.clues, ...cluesOfShares(candidates) } }
}

/** A part that only leans on the rest ("waar kan ik dat doen?") often fits some page; a need names the page that it is about. */
function isOwnNeed({ text, candidates: [top], confidence }: Need, world: World): boolean {
  if (!top || kindOf(top.target) !== 'service' || beginsLeaning(text, world)) return false
  return confidence >= ownNeed.confidence && top.share >= ownNeed.share && names(world.search, text, top.labels)
}

/** "Is that a complaint?" asks about what was said before, whatever it names. */
const beginsLeaning = (text: string, world: World): boolean =>
  wordsOf(text)
    .split(' ')
    .slice(0, 2)
    .some((word) => phrasesOf('refers', world).has(word))
