/** Steps that a weight may take to either side of zero. */
export const weightSteps = 8

/**
 * Entries of rows: each a label, as its distance to the one before it in the row, and a weight. A zip is smallest when
 * what varies most stands in whole bytes, and what seldom varies apart.
 */
export type Entries = {
  count: number
  /** The weight above the low four bits of the distance. */
  bytes: Uint8Array
  /** Four bits more of the distance, two entries a byte; empty when none is so far. */
  far: Uint8Array
  /** What goes beyond, a bit at a time: of each a row of bits, eight entries a byte. */
  farther: Uint8Array[]
}

/** Distance of an entry to the label before it. */
export function distanceAt({ bytes, far, farther }: Entries, at: number): number {
  let distance = (bytes[at] as number) & 15
  if (far.length > 0) distance |= (((far[at >> 1] as number) >> (4 * (at & 1))) & 15) << 4
  for (let bit = 0; bit < farther.length; bit++)
    distance |= ((((farther[bit] as Uint8Array)[at >> 3] as number) >> (at & 7)) & 1) << (8 + bit)
  return distance
}

/** Weight of an entry in steps, from -8 to 8; there is none of zero. */
export function weightAt({ bytes }: Entries, at: number): number {
  const code = (bytes[at] as number) >> 4
  return code - weightSteps + (code >> 3)
}

/** Entries of these distances and weights. */
export function entriesOf(distances: number[], weights: number[]): Entries {
  const most = distances.reduce((a, b) => Math.max(a, b), 0)
  const bits = Math.max(0, 32 - Math.clz32(most) - 8)
  return {
    count: distances.length,
    bytes: Uint8Array.from(distances, (distance, at) => (codeOf(weights[at] as number) << 4) | (distance & 15)),
    far: most < 16 ? new Uint8Array() : inOneByte(distances, 2, (distance) => (distance >> 4) & 15),
    farther: Array.from({ length: bits }, (_, bit) =>
      inOneByte(distances, 8, (distance) => (distance >> (8 + bit)) & 1),
    ),
  }
}

const codeOf = (step: number): number => (step < 0 ? step + weightSteps : step + weightSteps - 1)

/** Small numbers, so many in a byte, the first lowest. */
function inOneByte(values: number[], together: number, small: (value: number) => number): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(values.length / together))
  values.forEach((value, at) => {
    ;(bytes[Math.floor(at / together)] as number) |= small(value) << ((at % together) * (8 / together))
  })
  return bytes
}
