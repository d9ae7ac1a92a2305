import type { Received } from '../../../src/core/ports.ts'
import { type Incoming, readActivity } from '../activity.ts'
import { largestBody } from '../names.ts'
import { refusal } from './refusal.ts'

/** Check 1: a POST with one JSON object, not too large. */
export function readBody({ request, bytes }: Received): Incoming | Response {
  if (request.method !== 'POST') return refusal(405)
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '')) return refusal(415)
  if (bytes.length > largestBody) return refusal(413)
  return readActivity(bytes) ?? refusal(400)
}
