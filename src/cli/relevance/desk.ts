import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { rankIn } from '../../desk/search/rank.ts'
import { nameIn } from '../../dialogue/targets.ts'
import type { World } from '../../dialogue/world.ts'
import { unpackTyped } from '../../search/typed/typed-index.ts'
import { isAnswerable, type Question, ranksFirst } from './judge.ts'
import { questionSets } from './questions.ts'

/** Results that the desk shows. */
const shown = 8

type Typed = {
  question: Question
  first: boolean
  third: boolean
  /** Keys until the right card is open; null when the whole question does not open it. */
  keys: number | null
  /** Keys until it is open or can be picked from the list, the key that picks it included. */
  reached: number | null
}

/**
 * Types what agents typed, letter by letter, as the desk ranks it. A page counts as its broader one, as everywhere.
 * Prints how often the right card is first and in three, and the keys until it is there.
 */
export function typeAtDesk(root: string, file: string, world: World): string {
  const typed = unpackTyped(new Uint8Array(readFileSync(join(root, '.generated/assets/desk.bin'))))
  const rank = rankIn(typed, world.search, world.catalogue)
  const questions = questionSets(root, [file])
    .flatMap((set) => set.questions)
    .filter(isAnswerable)
  const lines = questions.map((question) => typeOne(question, world, (text) => idsOf(rank(text, question.city ?? ''))))
  return printed(basename(file, '.jsonl'), lines)
}

const idsOf = (hits: { target: string }[]): string[] => hits.slice(0, shown).map(({ target }) => nameIn(target))

function typeOne(question: Question, { catalogue }: World, rank: (text: string) => string[]): Typed {
  const letters = [...question.text]
  const lists = letters.map((_, at) => rank(letters.slice(0, at + 1).join('')))
  const whole = lists.at(-1) ?? []
  const first = ranksFirst(whole, question, catalogue, 1)
  const stays = lists.findIndex((ids) => ranksFirst(ids, question, catalogue, 1))
  const seen = lists.findIndex((ids) => ranksFirst(ids, question, catalogue, shown))
  const ways = [stays < 0 ? [] : stays + 1, seen < 0 ? [] : seen + 2].flat()
  return {
    question,
    first,
    third: ranksFirst(whole, question, catalogue, 3),
    keys: stays < 0 ? null : stays + 1,
    reached: ways.length > 0 ? Math.min(...ways) : null,
  }
}

function printed(name: string, lines: Typed[]): string {
  const share = (some: Typed[]): string => `${((100 * some.length) / lines.length).toFixed(1)} %`
  return [
    `# Desk: ${name}, ${lines.length} questions of agents`,
    '',
    `first ${share(lines.filter(({ first }) => first))}, in three ${share(lines.filter(({ third }) => third))}`,
    `keys until the right card is open by itself: ${spread(lines.map(({ keys }) => keys))}`,
    `keys until it is open or picked from the list: ${spread(lines.map(({ reached }) => reached))}`,
  ].join('\n')
}

/** Who never gets there counts as the longest. */
function spread(keys: (number | null)[]): string {
  const sorted = keys.map((count) => count ?? Number.POSITIVE_INFINITY).sort((a, b) => a - b)
  const at = (part: number): number => sorted[Math.ceil(sorted.length * part) - 1] ?? 0
  const never = sorted.filter((count) => count === Number.POSITIVE_INFINITY).length
  return `median ${at(0.5)}, 90 % within ${at(0.9)}, never ${never}`
}
