/**
 * Parts of a compiled file, one behind the other: what the file is, how many parts and how long each, then the parts.
 * Every part begins at a multiple of four, so that it can be read in place.
 */
export function packParts(magic: number, parts: ArrayBufferView[]): Uint8Array {
  const sizes = parts.map(({ byteLength }) => byteLength)
  const head = new Uint32Array([magic, parts.length, ...sizes])
  const out = new Uint8Array(sizes.reduce((sum, size) => sum + aligned(size), head.byteLength))
  let at = 0
  for (const part of [head, ...parts]) {
    out.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at)
    at += aligned(part.byteLength)
  }
  return out
}

/** The parts of such a file, copied out of it. @throws when it is another kind of file, or of another version. */
export function unpackParts(magic: number, bytes: Uint8Array): ArrayBuffer[] {
  const [found, count = 0] = new Uint32Array(bytes.slice(0, 8).buffer)
  if (found !== magic) throw new Error('not a compiled file of this version: run npm run compile')
  const sizes = new Uint32Array(bytes.slice(8, 8 + 4 * count).buffer)
  let at = 8 + sizes.byteLength
  return Array.from(sizes, (size) => {
    const part = bytes.slice(at, at + size).buffer as ArrayBuffer
    at += aligned(size)
    return part
  })
}

const aligned = (size: number): number => (size + 3) & ~3
