import { gzipSync } from 'node:zlib'

/** Payloads of a real shape, spoiled in every way that a wire, a bug or a stranger could. */

type Json = null | boolean | number | string | Json[] | { [name: string]: Json }
type Random = () => number

const pick = <T>(random: Random, from: readonly T[]): T => from[Math.floor(random() * from.length)] as T

const strange: readonly Json[] = [
  null,
  true,
  0,
  -0,
  -1,
  1e308,
  9_007_199_254_740_992,
  '',
  ' ',
  'undefined',
  'null',
  '\u0000',
  '\u202e\u2066',
  '\ud800',
  'x'.repeat(5000),
  '../../etc/passwd',
  "'; DROP TABLE inbox; --",
  '<script>alert(1)</script>',
  '1795250000000000000000',
  '-1',
  'NaN',
  [],
  {},
  [[]],
  [{}],
]

const names = ['__proto__', 'constructor', 'toString', 'length', '', 'id', 'type', 'text', 'messages', 'body', 'ID']

/** Every place in a value: an object or list, and a key of it. */
function places(value: Json, found: { holder: Record<string, Json> | Json[]; key: string }[] = []) {
  if (typeof value !== 'object' || value === null) return found
  for (const key of Object.keys(value)) {
    found.push({ holder: value as Record<string, Json>, key })
    places((value as Record<string, Json>)[key] as Json, found)
  }
  return found
}

type Change = (place: { holder: Record<string, Json> | Json[]; key: string }, random: Random) => void

function put(holder: Record<string, Json> | Json[], key: string, value: Json): void {
  if (Array.isArray(holder) && key === 'length') return
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true })
}

const changes: Change[] = [
  ({ holder, key }) => void Reflect.deleteProperty(holder, key),
  ({ holder, key }, random) => put(holder, key, structuredClone(pick(random, strange))),
  ({ holder, key }, random) => {
    const value = (holder as Record<string, Json>)[key] as Json
    Reflect.deleteProperty(holder, key)
    put(holder, pick(random, names), value)
  },
  ({ holder, key }) => put(holder, key, [(holder as Record<string, Json>)[key] as Json]),
  ({ holder, key }) => put(holder, key, { value: (holder as Record<string, Json>)[key] as Json }),
  ({ holder, key }, random) => put(holder, pick(random, names), (holder as Record<string, Json>)[key] as Json),
  ({ holder, key }) => put(holder, key, JSON.stringify((holder as Record<string, Json>)[key]) ?? ''),
  ({ holder, key }) => {
    const value = (holder as Record<string, Json>)[key] as Json
    if (Array.isArray(value)) put(holder, key, [...value, ...value, ...value])
  },
  ({ holder, key }) => {
    const value = (holder as Record<string, Json>)[key]
    if (typeof value === 'string') put(holder, key, `${value.slice(0, 3)}\u0000\ud83d${value.slice(3)}`)
  },
]

const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels)

/** Changes of the bytes themselves, as a line or a proxy would make them. */
const spoils: ((bytes: Buffer, random: Random) => Buffer)[] = [
  (bytes, random) => bytes.subarray(0, Math.floor(random() * bytes.length)),
  (bytes, random) => {
    const copy = Buffer.from(bytes)
    for (let flips = 0; flips < 3; flips++) copy[Math.floor(random() * copy.length)] = Math.floor(random() * 256)
    return copy
  },
  (bytes) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]),
  (bytes) => Buffer.concat([bytes, bytes]),
  (bytes) => gzipSync(bytes),
  (bytes) => Buffer.from(bytes.toString('utf8').replace(/"[^"]{3,}"/, '1e400')),
  (bytes) => Buffer.from(bytes.toString('utf8').replace(/"[^"]{3,}"/, '"\\ud800"')),
  (bytes) => Buffer.from(bytes.toString('utf8').replace(/"[^"]{3,}"/, deep(200))),
  (bytes) => Buffer.from(bytes.toString('utf16le')),
  () => Buffer.alloc(0),
  () => Buffer.from(deep(10_000)),
  () => Buffer.from('null'),
]

/** A spoiled payload; the same numbers spoil it in the same way. */
export function mutate(payloads: readonly string[], random: Random): Buffer {
  const value = JSON.parse(pick(random, payloads)) as Json
  const times = 1 + Math.floor(random() * 4)
  for (let time = 0; time < times; time++) {
    const all = places(value)
    if (all.length > 0) pick(random, changes)(pick(random, all), random)
  }
  const bytes = Buffer.from(JSON.stringify(value))
  if (random() < 0.0002) return huge(bytes)
  return random() < 0.25 ? pick(random, spoils)(bytes, random) : bytes
}

/** Three megabytes of words, inside a message if there is one. */
const huge = (bytes: Buffer): Buffer =>
  Buffer.from(bytes.toString('utf8').replace(/"body":"[^"]*"/, `"body":"${'woord '.repeat(500_000)}"`))
