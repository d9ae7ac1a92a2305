import { describe, expect, it } from 'vitest'
import type { Target } from '../../../src/knowledge/encoder/back.ts'
import { learnOne } from '../../../src/knowledge/encoder/learn-one.ts'
import { begin, encoderOver, numbersOf, type Shape } from '../../../src/knowledge/encoder/parameters.ts'
import { random } from '../../../src/knowledge/train/random.ts'

const shape: Shape = {
  width: 4,
  filters: 3,
  classes: ['person', 'harm'],
  labels: [
    ['crisis', ['child', 'none', 'violence']],
    ['outside', ['ours', 'outside']],
  ],
}
const reading = { words: ['mijn', 'man', 'slaat', 'mij'], classes: [[], ['person'], ['harm'], ['person']] }
const targets: Target[] = [
  { task: 'crisis', label: 2, weight: 1.4 },
  { task: 'outside', label: 0, weight: 1, among: Uint8Array.of(1, 1) },
]

/** Numbers of an encoder that has learned nothing, and what one lesson makes of them. */
function lesson(numbers: Float32Array): { loss: number; gradient: Float32Array } {
  const gradient = new Float32Array(numbers.length)
  const loss = learnOne(encoderOver(shape, numbers), encoderOver(shape, gradient), reading, targets, random(3))
  return { loss, gradient }
}

describe('what a lesson changes', () => {
  it('is the slope of the loss, for every kind of number', () => {
    const numbers = new Float32Array(numbersOf(shape))
    begin(encoderOver(shape, numbers), random(1))
    const { gradient } = lesson(numbers)
    const steepest = [...gradient.keys()].sort((a, b) => Math.abs(gradient[b] ?? 0) - Math.abs(gradient[a] ?? 0))
    const checked = [...steepest.slice(0, 60), ...steepest.slice(60, 400).filter((_, at) => at % 10 === 0)]
    for (const at of checked) {
      const moved = (by: number): number => {
        const other = numbers.slice()
        other[at] = (other[at] ?? 0) + by
        return lesson(other).loss
      }
      const slope = (moved(1e-3) - moved(-1e-3)) / 2e-3
      expect(Math.abs(slope - (gradient[at] ?? 0))).toBeLessThan(0.02 * (0.05 + Math.abs(slope)))
    }
  })
})
