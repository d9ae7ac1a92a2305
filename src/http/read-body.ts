import { problem } from './problem.ts'

/** Largest body of a question, in bytes. */
export const largestBody = 16 * 1024

type Body = { ok: true; value: unknown } | { ok: false; problem: Response }

const refuse = (response: Response): Body => ({ ok: false, problem: response })

/** Reads a JSON body of at most 16 KB, strictly UTF-8. Stops reading as soon as it is too large. */
export async function readBody(request: Request): Promise<Body> {
  const bytes = await readBytes(request)
  if (!bytes) return refuse(problem(413, 'too_large', 'The body is too large', `body: at most ${largestBody} bytes`))
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes)
  } catch {
    return refuse(problem(400, 'bad_request', 'The body cannot be read', 'body: it is not UTF-8'))
  }
  try {
    return { ok: true, value: JSON.parse(text) as unknown }
  } catch {
    return refuse(problem(400, 'bad_request', 'The body cannot be read', 'body: it is not JSON'))
  }
}

/** The bytes of a body, or undefined when there are too many. */
export async function readBytes(request: Request, limit: number = largestBody): Promise<Uint8Array | undefined> {
  const told = request.headers.get('content-length')
  if (Number(told ?? 0) > limit) return undefined
  // HTTP holds a body to the length that it was given: no need to count along.
  if (told !== null) return new Uint8Array(await request.arrayBuffer())
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of request.body ?? []) {
    size += part.byteLength
    if (size > limit) return undefined
    parts.push(part)
  }
  const bytes = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.byteLength
  }
  return bytes
}
