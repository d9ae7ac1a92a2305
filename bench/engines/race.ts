import { setTimeout as pause } from 'node:timers/promises'
import type { Search } from './engine.ts'

export type Runner = { name: string; search: Search; buildMs: number }
export type Asked = { text: string; right: Set<string> }
export type Result = {
  name: string
  n: number
  first: number
  third: number
  p50: number
  p99: number
  buildMs: number
}

/** Time that a runner may take for all its questions: who is slow is asked fewer, and the table says how many. */
const patience = 20_000
const warmUp = 10

/** Every runner on the same questions, turn by turn, so that all meet the same machine. Times in milliseconds. */
export async function race(runners: Runner[], questions: Asked[]): Promise<Result[]> {
  for (const { search } of runners)
    await patiently(questions.slice(0, warmUp), ({ text }) => search(text), patience / 10)
  const logs = runners.map(() => ({ times: [] as number[], first: 0, third: 0, spent: 0 }))
  for (const { text, right } of questions) {
    for (const [at, { search }] of runners.entries()) {
      const log = logs[at] as (typeof logs)[number]
      if (log.spent > patience) continue
      const begun = performance.now()
      const found = search(text)
      const ids = found instanceof Promise ? await found : found
      const took = performance.now() - begun
      log.times.push(took)
      log.spent += took
      if (right.has(ids[0] ?? '')) log.first += 1
      if (ids.slice(0, 3).some((id) => right.has(id))) log.third += 1
    }
    await pause(0)
  }
  return runners.map(({ name, buildMs }, at) => {
    const { times, first, third } = logs[at] as (typeof logs)[number]
    return { name, n: times.length, first, third, p50: quantile(times, 0.5), p99: quantile(times, 0.99), buildMs }
  })
}

async function patiently<T>(items: T[], use: (item: T) => unknown, most: number): Promise<void> {
  const begun = performance.now()
  for (const item of items) {
    if (performance.now() - begun > most) return
    await use(item)
  }
}

function quantile(times: number[], share: number): number {
  const sorted = times.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}
