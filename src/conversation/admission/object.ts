import { DurableObject, type ObjectState } from 'cloudflare:workers'
import { type Admission, admissionIn } from './admission.ts'

/** The Durable Object class that counts; there are sixteen of them, each for a part of all clients. */
export function admissionWith(clock: () => string) {
  return class AdmissionObject extends DurableObject implements Admission {
    #admission: Admission

    constructor(ctx: ObjectState, env: Record<string, unknown>) {
      super(ctx, env)
      this.#admission = admissionIn(clock, (done) => ctx.waitUntil(done))
    }

    admit(client: string) {
      return this.#admission.admit(client)
    }
    /** An earlier version wrote clients down, and set the alarm by which they go. */
    alarm() {
      return this.ctx.storage.deleteAll()
    }
  }
}
