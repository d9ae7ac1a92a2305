import type { Readable, Writable } from 'node:stream'
import type { Assistant } from '../../core/ports.ts'
import { answerOne } from './one.ts'

/** Longest line that is read; a longer one is answered with an error and the rest goes on. */
const longestLine = 64 * 1024

/** One JSON object a line in, one a line out, in the same order. Blank lines are skipped, bad lines give an error line. */
export async function answerLines(
  input: Readable,
  output: Writable,
  assistant: Assistant,
  cities: string[],
): Promise<void> {
  for await (const line of linesOf(input)) {
    if (!output.write(answerLine(line, assistant, cities))) await new Promise((resume) => output.once('drain', resume))
  }
}

function answerLine(line: Uint8Array, assistant: Assistant, cities: string[]): string {
  const question = parseLine(line)
  if (!question.ok) return `${JSON.stringify({ id: null, error: question.error })}\n`
  const answered = answerOne(question.value, assistant, cities)
  return `${JSON.stringify(answered.ok ? answered.output : { id: idOf(question.value), error: answered.error })}\n`
}

type Parsed = { ok: true; value: unknown } | { ok: false; error: string }

function parseLine(line: Uint8Array): Parsed {
  if (line.byteLength > longestLine) return { ok: false, error: `line: at most ${longestLine} bytes` }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(line)
    return { ok: true, value: JSON.parse(text) as unknown }
  } catch (error) {
    return { ok: false, error: error instanceof SyntaxError ? 'line: it is not JSON' : 'line: it is not UTF-8' }
  }
}

const idOf = (value: unknown): string | null =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' ? value.id : null

const newline = 10

/** Lines of a stream as bytes, so that invalid UTF-8 in one leaves the others whole. Blank lines are left out. */
async function* linesOf(input: Readable): AsyncGenerator<Uint8Array> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const part of input) {
    rest = Buffer.concat([rest, part as Buffer])
    for (let end = rest.indexOf(newline); end >= 0; end = rest.indexOf(newline)) {
      const line = rest.subarray(0, end)
      rest = rest.subarray(end + 1)
      if (!isBlank(line)) yield line
    }
  }
  if (!isBlank(rest)) yield rest
}

const isBlank = (line: Buffer): boolean => line.every((byte) => byte === 32 || byte === 13 || byte === 9)
