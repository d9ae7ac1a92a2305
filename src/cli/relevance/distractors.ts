import { resolve } from 'node:path'
import * as z from 'zod'
import type { Phrasing } from '../../knowledge/compile/examples.ts'
import { random } from '../../knowledge/train/random.ts'
import { fold, tokens } from '../../search/analysis/fold.ts'
import { readLines } from './questions.ts'

/** A page that nobody in the questions asks for: it only stands in the way. */
export type Distractor = { name: string; description: string; keywords: string[] }

const written = z.object({
  name: z.string(),
  description: z.string().nullish(),
  keywords_nl: z.array(z.string()).nullish(),
})

/** Distractors of files with a product a line: `{"name", "description"?, "keywords_nl"?}`; a name that comes twice counts once. */
export function readDistractors(root: string, files: string[]): Distractor[] {
  const all = files.flatMap((file) => readLines(resolve(root, file), written))
  const byName = new Map(all.map((product) => [plain(product.name), product]))
  return [...byName.values()].map(({ name, description, keywords_nl }) => ({
    name,
    description: description ?? '',
    keywords: keywords_nl ?? [],
  }))
}

/**
 * Distractors made from the words of our own content, when there is no file: names of two to four words, a sentence and
 * a few keywords. A word is as frequent in them as in our pages, so they speak of the same things as people do.
 */
export function madeDistractors(count: number, phrasings: Phrasing[], seed = 20261121): Distractor[] {
  const next = random(seed)
  const words = phrasings
    .flatMap(({ text, language }) => (language === 'nl' ? tokens(fold(text)) : []))
    .filter((word) => word.length >= 5)
  const some = (least: number, most: number): string[] =>
    Array.from(
      { length: least + Math.floor(next() * (most - least + 1)) },
      () => words[Math.floor(next() * words.length)] ?? '',
    )
  return Array.from({ length: count }, () => ({
    name: some(2, 4).join(' '),
    description: some(12, 20).join(' '),
    keywords: some(2, 5),
  }))
}

/** `count` of them in an order of their own, without those that are called as a page of ours is: they would be right. */
export function pickDistractors(
  all: Distractor[],
  count: number,
  phrasings: Phrasing[],
  seed = 20261121,
): Distractor[] {
  const ours = new Set(phrasings.filter(({ voice }) => voice === 'name').map(({ text }) => plain(text)))
  const next = random(seed)
  return all
    .filter(({ name }) => !ours.has(plain(name)))
    .map((distractor) => ({ distractor, place: next() }))
    .sort((one, other) => one.place - other.place)
    .slice(0, count)
    .map(({ distractor }) => distractor)
}

const plain = (text: string): string => tokens(fold(text)).join(' ')
