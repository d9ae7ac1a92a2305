import { anyScript } from '../../../src/core/any-script.ts'
import type { Message } from '../../../src/core/message.ts'
import type { Voice } from './voice.ts'

const wordIn = anyScript('[\\p{L}]{2}', 'u')

/** Lines of the text that are ways in, or the source: those have blocks of their own. */
const isWayIn = (line: string): boolean => line.startsWith('- ')

/**
 * What stands in the text of a message and in none of its blocks, such as that it is a translation: the text is what was
 * said, and a card may leave nothing of it out.
 */
export function leftover({ text, blocks }: Message, { say }: Voice): string[] {
  const told = blocks.flatMap((block) => {
    if (block.t === 'text' || block.t === 'notice') return block.v.split('\n')
    if (block.t === 'steps') return block.items.flatMap(({ v, text }) => [text, v])
    return block.t === 'service' ? [block.v] : []
  })
  const longestFirst = told
    .map((part) => part.trim())
    .filter(Boolean)
    .sort((a, b) => b.length - a.length)
  return text
    .split('\n')
    .filter((line) => !isWayIn(line) && !line.startsWith(`${say('source')}: `))
    .map((line) => longestFirst.reduce((rest, part) => rest.replace(part, ''), line).trim())
    .filter((rest) => wordIn(rest).test(rest))
}
