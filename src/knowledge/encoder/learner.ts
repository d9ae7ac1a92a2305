import { analyser } from '../../search/analysis/analyse.ts'
import type { Vocabulary } from '../../search/analysis/vocabulary.ts'
import type { Task } from '../../search/encoder/encoder.ts'
import { type Reading, readingOf } from '../../search/encoder/reading.ts'
import { classReader, headsOf, type WordClasses } from '../../search/linear/word-classes.ts'
import { random } from '../train/random.ts'
import { withSlips } from '../train/slips.ts'
import type { Target } from './back.ts'
import type { Room } from './kernels.ts'
import { learningOne } from './learn-one.ts'
import { type Lesson, labelsOf } from './lessons.ts'
import { encoderOver, type Shape } from './parameters.ts'

/** What every learner is given. */
export type Schooling = {
  lessons: Lesson[]
  vocabulary: Vocabulary
  classes: WordClasses
  cities: Record<string, string[]>
  shape: Shape
}

/** Share of the lines that are read with slips of the hand, others each time, and how many. */
const slipped = 0.3
const slips = 2

/** Makes what learns from lessons by their number: it adds to `gradient` and gives the loss. Both lie in the room. */
export function learner(
  { lessons, vocabulary, classes, cities, shape }: Schooling,
  [numbers, gradient]: readonly [Float32Array, Float32Array],
  room: Room,
  seed: number,
): (which: ArrayLike<number>, share: number) => number {
  const next = random(seed)
  const analyse = analyser(vocabulary)
  const read = classReader(headsOf(classes))
  const learnOne = learningOne(encoderOver(shape, numbers), encoderOver(shape, gradient), room)
  const { rivals } = labelsOf(lessons, cities)
  const places = new Map(shape.labels.map(([task, labels]) => [task, new Map(labels.map((label, at) => [label, at]))]))
  const readings: (Reading | undefined)[] = []
  const readingAt = (at: number): Reading => (readings[at] ??= readingOf((lessons[at] as Lesson).text, analyse, read))
  const targetsOf = ({ told }: Lesson, share: number): Target[] =>
    [...told].map(([task, { label, weight }]) => ({
      task,
      label: placeOf(places, task, label),
      weight: weight * share,
      ...(task === 'intent' ? { among: oneOf(rivals.get(label) ?? [], next) } : {}),
    }))
  return (which, share) => {
    let loss = 0
    for (let at = 0; at < which.length; at++) {
      const lesson = lessons[which[at] as number] as Lesson
      const reading =
        next() < slipped
          ? readingOf(withSlips(lesson.text, slips, next), analyse, read)
          : readingAt(which[at] as number)
      loss += learnOne(reading, targetsOf(lesson, share), next)
    }
    return loss
  }
}

const placeOf = (places: Map<Task, Map<string, number>>, task: Task, label: string): number =>
  places.get(task)?.get(label) ?? 0

const oneOf = (sets: Uint8Array[], next: () => number): Uint8Array =>
  sets[Math.floor(next() * sets.length)] as Uint8Array
