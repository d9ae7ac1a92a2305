import { readBytes } from './read-body.ts'

/** What a page's form may send; anything else in it is ignored. */
export type Form = { question: string; choice: string; lang: string; thread: string; act: string; number: string }
type ReadForm = { ok: true; form: Form } | { ok: false; status: 413 | 422 }

/**
 * Reads a form of at most 16 KB, strictly: bytes that are not UTF-8 are refused, where a browser's own decoder would
 * quietly put question marks in the citizen's words.
 */
export async function readForm(request: Request): Promise<ReadForm> {
  const bytes = await readBytes(request)
  if (!bytes) return { ok: false, status: 413 }
  try {
    const fields = fieldsOf(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    const field = (name: string): string => fields.get(name) ?? ''
    const form = {
      question: field('question'),
      choice: field('choice'),
      lang: field('lang'),
      thread: field('thread'),
      act: field('act'),
      number: field('number'),
    }
    return { ok: true, form }
  } catch {
    return { ok: false, status: 422 }
  }
}

/** Fields of an urlencoded body. @throws {URIError} when an escape is not UTF-8. */
function fieldsOf(body: string): Map<string, string> {
  const decode = (text: string): string => decodeURIComponent(text.replaceAll('+', ' '))
  const pairs = body.split('&').map((pair) => pair.split('='))
  return new Map(pairs.map(([name = '', ...value]) => [decode(name), decode(value.join('='))]))
}
