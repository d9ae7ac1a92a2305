import { setTimeout as pause } from 'node:timers/promises'
import { StartProblem } from './problem.ts'
import type { Running } from './serve.ts'

/** What `/health` tells, as far as the start shows it. */
export type Health = { content: string; cities: string[]; problems: string[] }

const patience = 30_000
const betweenTries = 10

/**
 * Asks for `/health` until it answers: the Worker has its content loaded then. Stops workerd when there is no answer.
 * @throws {StartProblem} when workerd ends, hangs or breaks.
 */
export async function untilHealthy({ url, ended, stop }: Running): Promise<Health> {
  const died = ended.then((code) => {
    throw new StartProblem(`workerd ended with code ${code} before it answered; what it said stands above`)
  })
  return Promise.race([died, askHealth(`${url}/health`)]).catch((error: unknown) => {
    stop()
    throw error
  })
}

async function askHealth(url: string): Promise<Health> {
  const latest = performance.now() + patience
  while (performance.now() < latest) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(patience) }).catch(() => undefined)
    if (answer) return readHealth(url, answer)
    await pause(betweenTries)
  }
  throw new StartProblem(`${url} did not answer within ${patience / 1000} s`)
}

/** 503 is an answer too: it names the variable that is wrong. */
async function readHealth(url: string, answer: Response): Promise<Health> {
  if (answer.ok || answer.status === 503) return (await answer.json()) as Health
  throw new StartProblem(
    `${url} answers ${answer.status}: the Worker breaks on its own content. ${await answer.text()}`,
  )
}
