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

type Part = Uint8Array<ArrayBuffer>

/**
 * The parts of such a file, where they lie in it: nothing is copied.
 * @throws when it is another kind of file or of another version.
 */
export function partsOf(magic: number, file: Uint8Array): Part[] {
  const bytes = file.byteOffset % 4 === 0 ? (file as Part) : new Uint8Array(file)
  const [found, count = 0] = new Uint32Array(bytes.slice(0, 8).buffer)
  if (found !== magic) throw notThis()
  const sizes = new Uint32Array(bytes.slice(8, 8 + 4 * count).buffer)
  let at = 8 + 4 * count
  return Array.from(sizes, (size) => {
    at += aligned(size)
    return bytes.subarray(at - aligned(size), at - aligned(size) + size)
  })
}

/** The parts of such a file, one after the other. */
export function unpackParts(magic: number, file: Uint8Array): () => Part {
  return oneByOne(partsOf(magic, file))
}

/** Takes parts from a list. @throws when there are no more. */
export function oneByOne(parts: Part[]): () => Part {
  return () => {
    const part = parts.shift()
    if (!part) throw notThis()
    return part
  }
}

const notThis = (): Error => new Error('not a compiled file of this version: run npm run compile')

const aligned = (size: number): number => (size + 3) & ~3
