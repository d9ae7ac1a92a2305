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
const patience = 10_000
/** The questions come in this many parts, and every runner takes its turn in each: all meet the same machine. */
const parts = 4
/** Questions before each part that are not counted: whoever was before must not be paid for. */
const warmUp = 10

type Log = { times: number[]; first: number; third: number; spent: number }

/** Every runner on the same questions, part by part. Times in milliseconds. */
export async function race(runners: Runner[], questions: Asked[]): Promise<Result[]> {
  const logs = runners.map((): Log => ({ times: [], first: 0, third: 0, spent: 0 }))
  for (let part = 0; part < parts; part++) {
    const asked = questions.filter((_, at) => at % parts === part)
    for (const [at, { search }] of runners.entries()) await runPart(search, asked, logs[at] as Log, part + 1)
  }
  return runners.map(({ name, buildMs }, at) => {
    const { times, first, third } = logs[at] as Log
    return { name, n: times.length, first, third, p50: quantile(times, 0.5), p99: quantile(times, 0.99), buildMs }
  })
}

async function runPart(search: Search, asked: Asked[], log: Log, part: number): Promise<void> {
  const enough = (): boolean => log.spent > (patience * part) / parts
  // The garbage of the one before is not ours to clear: npm run bench:engines exposes the collector.
  globalThis.gc?.()
  const warm = performance.now()
  for (const { text } of asked.slice(0, warmUp)) if (performance.now() - warm < patience / parts) await search(text)
  for (const { text, right } of asked) {
    if (enough()) return
    const begun = performance.now()
    const found = search(text)
    const ids = found instanceof Promise ? await found : found
    const took = performance.now() - begun
    log.times.push(took)
    log.spent += took
    if (right.has(ids[0] ?? '')) log.first += 1
    if (ids.slice(0, 3).some((id) => right.has(id))) log.third += 1
  }
}

function quantile(times: number[], share: number): number {
  const sorted = times.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}
