import { pause } from './http.ts'
import type { Supervisor } from './supervisor.ts'

/** What every run of kills tells. */
export type KillFigures = {
  messages: number
  copies: number
  kills: number
  seconds: number
  /** Acknowledged or answered, and not there. */
  lost: number
  /** Heard or answered more than once. */
  doubled: number
  outOfOrder: number
  /** Messages with a false signature that were heard. */
  forged: number
}

/** Moments at which the Worker dies, one after the other; `anywhere`: at no moment in particular. */
const points = ['asked', 'acknowledged', 'anywhere', 'taken', 'answered'] as const
export type Point = (typeof points)[number]

export type Killer = {
  /** Tells that this moment has come; true when the Worker dies of it. */
  at(point: Point): boolean
  /** When the last kill is over; from then on nothing is killed. */
  done(): Promise<void>
}

/** Kills a Worker now and then, mostly at a point that hurts. */
export function killerOf(worker: Supervisor, kills: number, random: () => number): Killer {
  let next: Point | null = null
  let failed: unknown
  const strike = (): void => {
    next = null
    void worker.kill().catch((error: unknown) => {
      failed = error
    })
  }
  const loop = (async () => {
    while (worker.kills < kills) {
      await worker.settled()
      await pause(100 + random() * 300)
      next = points[worker.kills % points.length] ?? 'anywhere'
      const patience = next === 'anywhere' ? 0 : 2000
      for (let waited = 0; next && waited < patience; waited += 50) await pause(50)
      // Nobody came by: anywhere, then.
      if (next) strike()
    }
  })()
  return {
    at(point) {
      const hit = next === point
      if (hit) strike()
      return hit
    },
    async done() {
      await loop
      next = null
      await worker.settled()
      if (failed) throw failed
    },
  }
}
