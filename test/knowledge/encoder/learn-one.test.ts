import { describe, expect, it } from 'vitest'
import type { Target } from '../../../src/knowledge/encoder/back.ts'
import { buildRoom } from '../../../src/knowledge/encoder/kernels.ts'
import { learningOne, numbersAtWork } from '../../../src/knowledge/encoder/learn-one.ts'
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

const room = await buildRoom(2 * numbersOf(shape) + numbersAtWork(shape, 3))
const [numbers, gradient] = [room.take(numbersOf(shape)), room.take(numbersOf(shape))]
const learnOne = learningOne(encoderOver(shape, numbers), encoderOver(shape, gradient), room)

/** What one lesson makes of an encoder that has learned nothing, and what its numbers have to change by. */
function lesson(): { loss: number; slopes: Float32Array } {
  gradient.fill(0)
  const loss = learnOne(reading, targets, random(3))
  return { loss, slopes: gradient.slice() }
}

describe('what a lesson changes', () => {
  it('is the slope of the loss, for every kind of number', () => {
    begin(encoderOver(shape, numbers), random(1))
    const { slopes } = lesson()
    const steepest = [...slopes.keys()].sort((a, b) => Math.abs(slopes[b] ?? 0) - Math.abs(slopes[a] ?? 0))
    const checked = [...steepest.slice(0, 60), ...steepest.slice(60, 400).filter((_, at) => at % 10 === 0)]
    for (const at of checked) {
      const moved = (by: number): number => {
        const before = numbers[at] ?? 0
        numbers[at] = before + by
        const { loss } = lesson()
        numbers[at] = before
        return loss
      }
      const slope = (moved(1e-3) - moved(-1e-3)) / 2e-3
      expect(Math.abs(slope - (slopes[at] ?? 0))).toBeLessThan(0.02 * (0.05 + Math.abs(slope)))
    }
  })
})
