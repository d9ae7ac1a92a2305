import { packParts, partsOf } from '../packed.ts'

/**
 * Numbers that are read where they lie, each by its position: the low bits of all of them together, eight or two at a
 * time, and each further bit in a row of its own. Most are small, so the rows are nearly empty and a zip of them too.
 */
export type Slots = (at: number) => number

const magic = 0x4c4b5753

/** Bits of a number that stand together: eight, or two for numbers that are hardly ever above three. */
type Width = 2 | 8

export function packSlots(numbers: number[], width: Width): Uint8Array {
  const most = numbers.reduce((a, b) => Math.max(a, b), 0)
  const rows = Math.max(0, 32 - Math.clz32(most) - width)
  const further = Array.from({ length: rows }, (_, row) => together(numbers, 1, width + row))
  return packParts(magic, [together(numbers, width, 0), ...further])
}

/** So many bits of each number, from one on: as many numbers in a byte as fit, the first lowest. */
function together(numbers: number[], width: number, from: number): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((numbers.length * width) / 8))
  numbers.forEach((number, at) => {
    ;(bytes[(at * width) >> 3] as number) |= ((number >> from) & ((1 << width) - 1)) << ((at * width) & 7)
  })
  return bytes
}

/** @throws when the bytes are no slots of this version. */
export function unpackSlots(file: Uint8Array, width: Width): Slots {
  const [low = new Uint8Array(), ...further] = partsOf(magic, file)
  const mask = (1 << width) - 1
  return (at) => {
    let number = ((low[(at * width) >> 3] as number) >> ((at * width) & 7)) & mask
    for (let row = 0; row < further.length; row++)
      number |= ((((further[row] as Uint8Array)[at >> 3] as number) >> (at & 7)) & 1) << (width + row)
    return number
  }
}
