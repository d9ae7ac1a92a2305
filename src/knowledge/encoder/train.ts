import { Worker } from 'node:worker_threads'
import type { Encoder } from '../../search/encoder/encoder.ts'
import { type Rounding, roundingOf } from '../../search/encoder/packed.ts'
import { random } from '../train/random.ts'
import { adamFor, adamStep } from './adam.ts'
import { buildRoom, type Shared } from './kernels.ts'
import { numbersAtWork } from './learn-one.ts'
import { learner, type Schooling } from './learner.ts'
import { begin, encoderOver, numbersOf, type Shape } from './parameters.ts'
import { round as roundInto } from './rounding.ts'

const training = { rounds: 40, batch: 128, rate: 8e-3, seed: 20261123 }
/** Part of the steps in which the rate rises. */
const warmUp = 0.3
/** Part of the rounds after which only rounded numbers are seen, so that what is learned is learned of what is kept. */
const finelyUntil = 0.6

/** What the second learner is given; its arrays are shared memory. */
export type Given = {
  schooling: Schooling
  numbers: Float32Array
  gradient: Float32Array
  shared: Shared
  batch: Uint32Array
  state: Int32Array
  seed: number
}

/** Where the learners tell each other how far they are. */
export const signal = { turn: 0, done: 1, size: 2, batch: 3 }

/**
 * Learns an encoder from lessons. Two learners share every batch, each with chance of its own, so that the same lessons
 * give the same numbers on a machine with one processor too. `say` hears of every round.
 */
export async function trainEncoder(
  schooling: Schooling,
  say: (line: string) => void,
  { rounds, batch: most, rate, seed } = training,
): Promise<{ encoder: Encoder; rounding: Rounding[] }> {
  const { lessons, shape } = schooling
  const count = Math.ceil(numbersOf(shape) / 4) * 4
  const room = await buildRoom(6 * count + 2 * numbersAtWork(shape, mostLabels(shape)))
  const [exact, numbers] = [room.take(count), room.take(count)]
  const [exactly, encoder] = [encoderOver(shape, exact), encoderOver(shape, numbers)]
  const next = random(seed)
  begin(exactly, next)
  numbers.set(exact)
  const gradients = [room.take(count), room.take(count)] as const
  const adam = adamFor(count, room)
  const learn = learner(schooling, [numbers, gradients[0]], room, seed + 1)
  const other = secondLearner({
    ...{ schooling, numbers, gradient: gradients[1], seed: seed + 2, most },
    shared: room.shared(),
  })
  const steps = rounds * Math.ceil(lessons.length / most)
  let rounding: Rounding[] = []
  for (let round = 1; round <= rounds; round++) {
    if (rounding.length === 0 && round > finelyUntil * rounds) rounding = roundingOf(exactly)
    let loss = 0
    const order = shuffled(lessons.length, next)
    for (let at = 0; at < order.length; at += most) {
      const batch = order.subarray(at, at + most)
      const half = batch.length >> 1
      other.give(batch.subarray(half), batch.length)
      loss += learn(batch.subarray(0, half), 1 / batch.length)
      other.wait()
      adamStep(adam, exact, gradients, rate * rateAt(adam.step / steps), room.kernels)
      if (rounding.length > 0) roundInto(exactly, encoder, rounding, room.kernels)
      else numbers.set(exact)
    }
    say(`round ${round} of ${rounds}: loss ${(loss / (order.length / most)).toFixed(3)}`)
  }
  other.stop()
  return { encoder, rounding }
}

const mostLabels = ({ labels }: Shape): number => Math.max(...labels.map(([, names]) => names.length))

function secondLearner({ most, ...given }: Omit<Given, 'batch' | 'state'> & { most: number }): {
  give: (which: Uint32Array, batch: number) => void
  wait: () => void
  stop: () => void
} {
  const batch = new Uint32Array(new SharedArrayBuffer(4 * most))
  const state = new Int32Array(new SharedArrayBuffer(4 * Object.keys(signal).length))
  new Worker(new URL('second-learner.ts', import.meta.url), { workerData: { ...given, batch, state } })
  let turn = 0
  const wake = (size: number): void => {
    Atomics.store(state, signal.size, size)
    Atomics.store(state, signal.turn, ++turn)
    Atomics.notify(state, signal.turn)
  }
  return {
    give: (which, size) => {
      batch.set(which)
      Atomics.store(state, signal.batch, size)
      wake(which.length)
    },
    wait: () => {
      while (Atomics.load(state, signal.done) < turn) Atomics.wait(state, signal.done, turn - 1)
    },
    stop: () => wake(-1),
  }
}

function shuffled(count: number, next: () => number): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, at) => at)
  for (let at = count - 1; at > 0; at--) {
    const other = Math.floor(next() * (at + 1))
    ;[order[at], order[other]] = [order[other] as number, order[at] as number]
  }
  return order
}

/** Share of the full rate: it rises and falls to nothing along half waves (Smith and Topin 2019). */
function rateAt(done: number): number {
  const wave = (part: number): number => (1 - Math.cos(Math.PI * part)) / 2
  return done < warmUp ? 0.04 + 0.96 * wave(done / warmUp) : wave((1 - done) / (1 - warmUp))
}
