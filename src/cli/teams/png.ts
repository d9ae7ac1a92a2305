import { crc32, deflateSync, inflateSync } from 'node:zlib'

/** Pictures of colours with transparency, written and measured as PNG (ISO/IEC 15948), without a library. */

export type Pixel = readonly [red: number, green: number, blue: number, opacity: number]

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** Eight bits a channel; red, green, blue and opacity. */
const header = [8, 6, 0, 0, 0]

/** A square picture, whose pixels a function gives. */
export function drawPng(size: number, pixelAt: (x: number, y: number) => Pixel): Buffer {
  const rows = Array.from({ length: size }, (_, y) => [
    0,
    ...Array.from({ length: size }, (_, x) => pixelAt(x, y)).flatMap((pixel) => pixel.map(Math.round)),
  ])
  const dimensions = Buffer.alloc(8)
  dimensions.writeUInt32BE(size, 0)
  dimensions.writeUInt32BE(size, 4)
  return Buffer.concat([
    signature,
    chunk('IHDR', Buffer.concat([dimensions, Buffer.from(header)])),
    chunk('IDAT', deflateSync(Buffer.from(rows.flat()))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}

/** Width and height; null when it is no PNG. */
export function sizeOfPng(bytes: Uint8Array): { width: number; height: number } | null {
  const buffer = Buffer.from(bytes)
  if (buffer.length < 24 || !buffer.subarray(0, 8).equals(signature)) return null
  return { width: buffer.readUInt32BE(16), height: buffer.readUInt32BE(20) }
}

/** Whether some of it can be seen through; null when it is of another kind than `drawPng` makes. */
export function isTransparent(bytes: Uint8Array): boolean | null {
  const buffer = Buffer.from(bytes)
  const size = sizeOfPng(bytes)
  if (!size || !buffer.subarray(24, 29).equals(Buffer.from(header))) return null
  try {
    const data = buffer.indexOf('IDAT')
    const rows = inflateSync(buffer.subarray(data + 4, data + 4 + buffer.readUInt32BE(data - 4)))
    const line = size.width * 4 + 1
    return rows.some((value, at) => at % line > 0 && (at % line) % 4 === 0 && value < 255)
  } catch {
    return null
  }
}
