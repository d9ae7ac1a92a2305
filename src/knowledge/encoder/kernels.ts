import { readFileSync } from 'node:fs'
import wabt from 'wabt'

/** Memory that all learners work in, the compiled `kernels.wat`, and the first byte that is free. Can be told to a thread. */
export type Shared = { memory: WebAssembly.Memory; sums: WebAssembly.Module; from: number }

/** The sums over arrays that lie in one room; what each does stands in `kernels.wat`. Offsets are numbers, not bytes. */
export type Kernels = {
  rows: (table: Float32Array, x: Place, bias: Float32Array, out: Float32Array) => void
  columns: (table: Float32Array, x: Float32Array, out: Float32Array) => void
  learn: (table: Float32Array, slope: Float32Array, x: Float32Array, error: Float32Array, back: Float32Array) => void
  add: (target: Place, share: number, source: Place, size: number) => void
  dot: (a: Float32Array, b: Float32Array) => number
  round: (numbers: Float32Array, rounded: Float32Array, how: { step: number; most: number }) => void
  adam: (numbers: Float32Array, slopes: Float32Array, moments: Moments, how: AdamStep) => void
}

/** An array from a number of it on. */
export type Place = readonly [array: Float32Array, at: number]
export type Moments = { means: Float32Array; squares: Float32Array }
/** What slopes are multiplied by, how far a step goes, how slowly both moments forget, and what keeps it from dividing by 0. */
export type AdamStep = { share: number; pace: number; decay: number; slowDecay: number; least: number }

/** Takes numbers of the memory, all 0, and does sums with them. What is taken after `shared` was told is taken twice. */
export type Room = { take: (count: number) => Float32Array; kernels: Kernels; shared: () => Shared }

const bytesOfNumber = 4
const pageBytes = 65_536
/** Arrays begin at whole fours of numbers. */
const whole = (bytes: number): number => Math.ceil(bytes / 16) * 16

/** A room for `count` numbers. */
export async function buildRoom(count: number): Promise<Room> {
  const source = readFileSync(new URL('kernels.wat', import.meta.url), 'utf8')
  const module = (await wabt()).parseWat('kernels.wat', source, { simd: true, threads: true })
  const pages = Math.ceil((count * bytesOfNumber) / pageBytes) + 1
  return openRoom({
    memory: new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true }),
    sums: new WebAssembly.Module(module.toBinary({}).buffer as BufferSource),
    from: 0,
  })
}

/** A room that another thread built, from its first free byte on. */
export function openRoom({ memory, sums, from }: Shared): Room {
  const made = new WebAssembly.Instance(sums, { room: { memory } }).exports as Record<string, Sum>
  let free = from
  return {
    take: (count) => {
      const at = free
      free += whole(count * bytesOfNumber)
      return new Float32Array(memory.buffer, at, count)
    },
    kernels: kernelsOf(made),
    shared: () => ({ memory, sums, from: free }),
  }
}

type Sum = (...numbers: number[]) => number

const at = (array: Float32Array, number = 0): number => array.byteOffset + bytesOfNumber * number

function kernelsOf(made: Record<string, Sum>): Kernels {
  const [rows, columns, learn, add, dot, round, adam] = names.map((name) => made[name] as Sum) as Sums
  return {
    rows: (table, x, bias, out) => rows(at(table), at(...x), at(bias), at(out), out.length, table.length / out.length),
    columns: (table, x, out) => columns(at(table), at(x), at(out), x.length, out.length),
    learn: (table, slope, x, error, back) =>
      learn(at(table), at(slope), at(x), at(error), at(back), x.length, error.length),
    add: (target, share, source, size) => add(at(...target), share, at(...source), size),
    dot: (a, b) => dot(at(a), at(b), a.length),
    round: (numbers, rounded, { step, most }) => round(at(numbers), at(rounded), numbers.length, step, most),
    adam: (numbers, slopes, { means, squares }, { share, pace, decay, slowDecay, least }) =>
      adam(at(numbers), at(slopes), at(means), at(squares), numbers.length, share, pace, decay, slowDecay, least),
  }
}

const names = ['rows', 'columns', 'learn', 'add', 'dot', 'round', 'adam']
type Sums = [Sum, Sum, Sum, Sum, Sum, Sum, Sum]
