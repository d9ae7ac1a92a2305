import type { Analysis } from './analysis/analyse.ts'
import { type Clues, cluesOf } from './clues.ts'
import { type Field, fieldOf, type Resolve } from './field.ts'
import { features } from './linear/features.ts'
import { softmax } from './linear/model.ts'
import type { Search } from './search-index.ts'
import { together, type Voices, voices } from './told.ts'
import { searchWords, type WordScores } from './word-search.ts'

export type { Resolve } from './field.ts'

/** Something that a question may be about, with how likely it is among its rivals. */
export type Candidate = { target: string; share: number; labels: string[] }

export type Match = {
  /** Best first; shares add up to 1. */
  candidates: Candidate[]
  /** Clues from which the confidence is learned, all about the whole match. */
  clues: Clues
}

/** How much the word index weighs beside the model. */
const indexWeight = 3

/**
 * What a text may be about, in one city or (`*`) anywhere. `resolve` names the target of a label, so that labels that
 * end at the same page are added up; it gives null for a label that leads nowhere. A label always resolves the same, and
 * what is resolved by a function is kept for as long as the function.
 */
export function match(search: Search, text: string, city: string, resolve: Resolve, read = howToRead(search)): Match {
  const analysis = read === 'written' ? search.analyse(text) : search.meant(text)
  const field = fieldOf(search, city, resolve)
  const found = searchWords(search, analysis.terms)
  const said = read === 'halfway' ? halfway(search, text, analysis) : voicesOf(search, text, analysis)
  const rivals = rivalsOf(field, said, found)
  const best = likeliest(field, rivals)
  const candidates = named(best, field, search.intent.labels)
  return {
    candidates,
    clues: cluesOf(search, analysis, { candidates, first: best[0]?.at ?? -1, field, rivals, found }),
  }
}

/**
 * Whether index and linear model read the words of a text as they were written, or as they were probably `meant`. The encoder
 * then still reads what was written, for it learned with slips; `halfway` it reads as much of the one as of the other.
 */
export type Read = 'written' | 'meant' | 'halfway'
const howToRead = (search: Search): Read => (search.without?.has('mending') ? 'written' : 'meant')

/** What is said of each label of a field: by model and encoder, by the word index as a part of its best, and its share. */
export type Rivals = {
  models: Float32Array
  /** What the model and the encoder say alone. */
  model: Float32Array
  encoder: Float32Array
  words: Float64Array
  shares: Float64Array
}

/** What model and encoder say of each label; without the model the encoder speaks alone, without both nobody does. */
function voicesOf(search: Search, text: string, analysis: Analysis): Voices {
  const { without, intent } = search
  const said = voices('intent', text, search, intent, features(analysis))
  if (!without?.has('model')) return said
  const alone = without.has('encoder') ? new Float32Array(intent.labels.length) : said.encoder
  return { model: alone, encoder: alone }
}

/** As `voicesOf`, with the encoder reading both what was written and what was meant. */
function halfway(search: Search, text: string, analysis: Analysis): Voices {
  const { model, encoder: written } = voicesOf(search, text, analysis)
  const { encoder: meant } = voicesOf(search, analysis.words.join(' '), analysis)
  return { model, encoder: written.map((one, at) => (one + (meant[at] as number)) / 2) }
}

/** Whether some word of a text is read as another than was written, so that the encoder has something else to read. */
export function isMended(search: Search, text: string): boolean {
  if (howToRead(search) === 'written' || search.without?.has('encoder')) return false
  const { words } = search.analyse(text)
  return search.meant(text).words.some((word, at) => word !== words[at])
}

/** Hundreds of labels for every question: rows of numbers, for objects would cost as much as scoring. */
function rivalsOf({ handicaps, labels, leadTo, reachable }: Field, said: Voices, { scores }: WordScores): Rivals {
  const models = pick(together(said), labels)
  const model = pick(said.model, labels)
  const encoder = pick(said.encoder, labels)
  const words = new Float64Array(labels.length)
  const sums = new Float64Array(labels.length)
  let top = 1e-9
  for (let label = 0; label < scores.length; label++)
    if (reachable[label] === 1 && (scores[label] as number) > top) top = scores[label] as number
  for (let at = 0; at < labels.length; at++) {
    const label = labels[at] as number
    const word = (scores[label] as number) / top
    words[at] = word
    sums[at] = (models[at] as number) + indexWeight * word - (handicaps[leadTo[at] as number] as number)
  }
  return { models, model, encoder, words, shares: softmax(sums) }
}

/** Of scores by label those of some labels. */
function pick(scores: Float32Array, labels: Uint32Array): Float32Array {
  const picked = new Float32Array(labels.length)
  for (let at = 0; at < labels.length; at++) picked[at] = scores[labels[at] as number] as number
  return picked
}

/** Candidates that are kept. */
const mostCandidates = 10

/** A target by its position in the field. */
type Ranked = { at: number; share: number }

/** The likeliest targets, best first. */
function likeliest({ targets, labels, leadTo }: Field, { shares }: Rivals): Ranked[] {
  const sums = new Float64Array(targets.length)
  for (let at = 0; at < labels.length; at++) (sums[leadTo[at] as number] as number) += shares[at] as number
  const kept: Ranked[] = []
  for (let at = 0; at < sums.length; at++) keep(kept, at, sums[at] as number, targets)
  return kept
}

/** Puts a target at its place among the best, instead of sorting all. */
function keep(kept: Ranked[], target: number, share: number, targets: string[]): void {
  let at = kept.length
  while (at > 0 && isBefore(target, share, kept[at - 1] as Ranked, targets)) at--
  if (at < mostCandidates) kept.splice(at, 0, { at: target, share })
  if (kept.length > mostCandidates) kept.pop()
}

/** Of two that are as likely, the one whose name comes first: the order never depends on chance. */
const isBefore = (target: number, share: number, other: Ranked, targets: string[]): boolean =>
  share > other.share || (share === other.share && (targets[target] as string) < (targets[other.at] as string))

/** Each with its name and the labels that end there. */
function named(best: Ranked[], { targets, labels, leadTo }: Field, names: string[]): Candidate[] {
  const candidates = best.map(({ at, share }): Candidate => ({ target: targets[at] as string, share, labels: [] }))
  const places = new Int8Array(targets.length).fill(-1)
  best.forEach(({ at }, place) => {
    places[at] = place
  })
  for (let at = 0; at < labels.length; at++) {
    const place = places[leadTo[at] as number] as number
    if (place >= 0) candidates[place]?.labels.push(names[labels[at] as number] as string)
  }
  return candidates
}
