import type { Adapter } from '../../src/core/ports.ts'
import { handshake } from './handshake.ts'
import type { Parts } from './parts.ts'
import { signatureCheck } from './signature.ts'

/** Whether a request is the platform's own. A refusal says nothing of why. */
export function verifyWith({ config }: Pick<Parts, 'config'>): Adapter['verify'] {
  const isGenuine = signatureCheck(config.appSecrets)
  return async ({ request, bytes }) => {
    if (request.method === 'GET') return handshake(request.url, config.verifyToken)
    const signature = request.headers.get('x-hub-signature-256')
    return (await isGenuine(signature, bytes)) ? null : new Response(null, { status: 401 })
  }
}
