import { requestOf } from './bad-input.ts'
import { startFarSide } from './harness/far-side.ts'
import { call } from './harness/http.ts'
import { supervise } from './harness/supervisor.ts'
import { newToken } from './harness/web.ts'
import { variables } from './harness/whatsapp.ts'

export type HttpReport = { requests: number; answers: Record<string, number>; cutOff: number; stillUp: boolean }

const atOnce = 8

/** The same bad input, over HTTP, to the real Worker. */
export async function runBadInputOverHttp(config: string, requests: number, firstSeed = 1): Promise<HttpReport> {
  const farSide = await startFarSide()
  const worker = await supervise(config, variables(farSide.url))
  const report: HttpReport = { requests, answers: {}, cutOff: 0, stillUp: false }
  try {
    let token = await newToken(worker.url)
    let next = 0
    const line = async (): Promise<void> => {
      for (let at = next++; at < requests; at = next++) {
        // A conversation takes so much and no more: now and then another one.
        if (at % 2000 === 1999) token = await newToken(worker.url)
        const { path, headers, body } = requestOf(firstSeed + at, token, worker.url)
        const answer = await call('POST', path, headers, body).catch(() => null)
        if (!answer) report.cutOff++
        else {
          const family = `${Math.floor(answer.status / 100)}xx`
          report.answers[family] = (report.answers[family] ?? 0) + 1
        }
      }
    }
    await Promise.all(Array.from({ length: atOnce }, line))
    report.stillUp = (await call('GET', `${worker.url}/health`)).status === 200
    return report
  } finally {
    await worker.close()
    await farSide.close()
  }
}
