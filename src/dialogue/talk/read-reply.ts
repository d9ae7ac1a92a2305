import type { Memory } from '../../core/memory.ts'
import { tokens } from '../../search/analysis/fold.ts'
import { wordsOf } from '../../search/patterns.ts'
import { kindOf } from '../targets.ts'
import type { World } from '../world.ts'
import { ordinals, reactionIn, saysOnly, withoutFiller } from './reactions.ts'

/** Words from which a message says more than which choice is meant. */
const longestReply = 8

/** Choices that are none of the things offered. */
const noThing = new Set(['none', 'other'])

/** The choice that a message picks from what was offered: by number, order, yes or no, name, or a name with a slip. "Yes" to "a person?" is the person. */
export function choiceIn(text: string, { offered, targets }: Memory, world: World): string | null {
  const shown = targets.filter((target) => kindOf(target) !== 'event')
  const list = offered.length > 0 ? offered.map(({ id }) => id) : shown.length > 1 ? shown : []
  if (list.length === 0) return null
  const words = wordsOf(text)
  if (words === '' || words.split(' ').length > longestReply) return null
  return byPosition(text, list, world) ?? byReaction(text, offered, world) ?? byName(words, offered, world)
}

function byPosition(text: string, list: string[], world: World): string | null {
  const plain = withoutFiller(wordsOf(text), world)
  if (/^\d{1,2}$/.test(plain)) return list[Number(plain) - 1] ?? null
  const things = list.filter((id) => !noThing.has(id))
  const at = ordinals.findIndex((ordinal) => saysOnly(ordinal, text, world))
  if (at >= 0) return things[at] ?? null
  return saysOnly('last', text, world) ? (things.at(-1) ?? null) : null
}

function byReaction(text: string, offered: Memory['offered'], world: World): string | null {
  const things = offered.filter(({ id }) => !noThing.has(id))
  const reaction = reactionIn(text, world)
  if (reaction === 'yes' && (things.length === 1 || things[0]?.id === 'person')) return things[0]?.id ?? null
  if (reaction === 'no') return offered.find(({ id }) => id === 'none')?.id ?? null
  return null
}

/** The one choice whose name holds every word of the message, each as written or with a slip. */
function byName(words: string, offered: Memory['offered'], world: World): string | null {
  const said = withoutFiller(words, world).split(' ').filter(Boolean)
  if (said.length === 0) return null
  const fitting = offered.filter(({ label }) => wordsOf(label) === words)
  const near = fitting.length > 0 ? fitting : offered.filter(({ label }) => holdsAll(label, said))
  return near.length === 1 ? (near[0]?.id ?? null) : null
}

function holdsAll(label: string, said: string[]): boolean {
  const named = tokens(wordsOf(label))
  return said.every((word) => named.some((name) => isLike(word, name)))
}

/** Letters from which a word may stand for a longer one that holds it, or have a slip. */
const telling = 4

const isLike = (word: string, name: string): boolean =>
  word === name ||
  (word.length >= telling && (name.includes(word) || distance(word, name) <= (word.length > 7 ? 2 : 1)))

/** Letters that differ: dropped, added, changed, or swapped with a neighbour (optimal string alignment). */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, at) => at)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (rows[i - 2]?.[j - 2] ?? 3) + 1 : 3
      row.push(
        Math.min(
          (row[j - 1] ?? 3) + 1,
          (rows[i - 1]?.[j] ?? 3) + 1,
          (rows[i - 1]?.[j - 1] ?? 3) + (same ? 0 : 1),
          i > 1 && j > 1 ? swapped : 3,
        ),
      )
    }
    rows.push(row)
  }
  return rows[a.length]?.[b.length] ?? 3
}
