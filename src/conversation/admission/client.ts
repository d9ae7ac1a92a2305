import { clientPrefix } from '../../core/client-prefix.ts'
import { hmacOf } from '../name.ts'
import type { Admission } from './admission.ts'

export type AdmissionNamespace = { getByName(name: string): Admission }

type Options = { namespace: AdmissionNamespace; pepper: string; local: boolean }

/** Asks whether a client may begin another conversation. Its address is hashed before it goes anywhere. */
export function admissionOver({ namespace, pepper, local }: Options): (request: Request) => Promise<number | null> {
  return async (request) => {
    const client = await hmacOf(`client ${clientPrefix(request, local)}`, pepper)
    return namespace.getByName(`part-${client.slice(0, 1)}`).admit(client)
  }
}
