/** Numbers as bytes, seven bits in each, lowest first; all but the last of a number have the eighth bit (LEB128). */
export function packNumbers(numbers: Iterable<number>): Uint8Array {
  const bytes: number[] = []
  for (const number of numbers) {
    let rest = number
    for (; rest > 127; rest >>>= 7) bytes.push((rest & 127) | 128)
    bytes.push(rest)
  }
  return Uint8Array.from(bytes)
}

/** The first `count` numbers of bytes that `packNumbers` made. */
export function unpackNumbers(bytes: Uint8Array, count: number): Uint32Array {
  const numbers = new Uint32Array(count)
  let at = 0
  for (let entry = 0; entry < count; entry++) {
    let byte = bytes[at++] as number
    let number = byte & 127
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++] as number
      number |= (byte & 127) << shift
    }
    numbers[entry] = number
  }
  return numbers
}
