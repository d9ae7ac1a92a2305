import { dangerFeatures } from '../../search/linear/frames.ts'
import { softmax } from '../../search/linear/model.ts'
import { type Match, match } from '../../search/match.ts'
import { together, type Voices, voices } from '../../search/told.ts'
import { confidence } from '../confidence.ts'
import { logOdds } from '../logistic.ts'
import { outsideBy } from '../outside.ts'
import { kindOf, resolverOf, type TargetKind } from '../targets.ts'
import type { World } from '../world.ts'

const none = 'none'

/** What is said of the kinds of danger in a text. */
export type Heard = {
  /** The likeliest kind; undefined when content has none. */
  kind: string | undefined
  /** Share of all kinds together. */
  share: number
  /** Logarithm of the odds of danger, by the linear model and by the encoder alone. */
  model: number
  encoder: number
}

/** The likeliest kind of danger, and what speaks for danger at all, by the sentences that were taught. */
export function heard(text: string, { crisis, search, catalogue }: World): Heard {
  const said = voices('crisis', text, search, crisis, dangerFeatures(text, search.analyse, search.read))
  const shares = softmax(together(said))
  const kinds = crisis.labels
    .map((label, at) => ({ label, share: shares[at] ?? 0 }))
    .filter(({ label }) => label !== none && catalogue.crisis.some(({ id }) => id === label))
    .sort((a, b) => b.share - a.share)
  return {
    kind: kinds[0]?.label,
    share: kinds.reduce((sum, { share }) => sum + share, 0),
    model: oddsIn(said, 'model', crisis.labels),
    encoder: oddsIn(said, 'encoder', crisis.labels),
  }
}

function oddsIn(said: Voices, voice: keyof Voices, labels: string[]): number {
  const shares = softmax(said[voice])
  return logOdds(1 - (shares[labels.indexOf(none)] ?? 0), least)
}

/** Keeps the odds of a certain share finite. */
const least = 1e-4

/** From which P(danger) is learned; each between about -2 and 2. */
export type DangerSigns = {
  model: number
  encoder: number
  /** How sure it is that the text is about something else, by what that is: the log odds in its place, 0 in the others. */
  page: number
  referral: number
  other: number
  nothing: number
  /** What it is about, as 1 in its place; all 0 for a page. */
  isReferral: number
  isOther: number
  isNothing: number
  /** How far the text looks like nothing a city does. */
  outside: number
  /** How much of the text we know, and how far what it is about speaks of it. */
  known: number
  covered: number
  /** Number of words, as a fraction of long; and whether it is a call of a few words. */
  length: number
  short: number
}

const scale = 5
const [leastOutside, mostOutside] = [-2, 2]
const long = 30
const fewWords = 4

type Family = 'page' | 'referral' | 'other' | 'nothing'

/** A page of a city that is not known yet, or that the city does not have, is city business too. */
const families: Record<TargetKind, Family> = {
  service: 'page',
  concept: 'page',
  topic: 'page',
  referral: 'referral',
  organisation: 'other',
  event: 'other',
  about: 'other',
  none: 'nothing',
}

/** The signs of a text in a city, or anywhere. Words are read as they were written: danger is not mended away. */
export function dangerSigns(text: string, said: Heard, city: string | null, world: World): DangerSigns {
  const place = city ? (world.catalogue.cities[city] ?? null) : null
  const found = match(world.search, text, place?.id ?? '*', resolverOf(place, world.catalogue), 'written')
  const family = familyOf(found)
  const sure = logOdds(confidence(text, found, world), least) / scale
  const inPlace = (name: Family): number => (name === family ? sure : 0)
  const is = (name: Family): number => (name === family ? 1 : 0)
  return {
    model: said.model / scale,
    encoder: said.encoder / scale,
    page: inPlace('page'),
    referral: inPlace('referral'),
    other: inPlace('other'),
    nothing: inPlace('nothing'),
    isReferral: is('referral'),
    isOther: is('other'),
    isNothing: is('nothing'),
    outside: Math.max(leastOutside, Math.min(mostOutside, outsideBy(text, world) / scale)),
    known: found.clues.known,
    covered: found.clues.covered,
    length: Math.min(1, wordsIn(text) / long),
    short: isCall(text) ? 1 : 0,
  }
}

const wordsIn = (text: string): number => text.trim().split(/\s+/).length

/** Whether a text is no more than a call of a few words. */
export const isCall = (text: string): boolean => wordsIn(text) <= fewWords

const familyOf = ({ candidates: [best] }: Match): Family => (best ? families[kindOf(best.target)] : 'nothing')
