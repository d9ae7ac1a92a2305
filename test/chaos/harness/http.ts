import { Agent, type OutgoingHttpHeaders, request } from 'node:http'

/** Requests as cheap as Node has them: the load and the Worker share one machine. */

export type Answer = { status: number; headers: Record<string, string | string[] | undefined>; text: string }

const agent = new Agent({ keepAlive: true, maxSockets: 512, scheduling: 'lifo' })

/** Rejects when nobody answers to the end. */
export async function call(
  method: string,
  url: string,
  headers: OutgoingHttpHeaders = {},
  body?: string | Buffer,
): Promise<Answer> {
  for (;;) {
    const answer = await ask(method, url, headers, body)
    if (answer !== closed) return answer
  }
}

/** A kept connection was closed by the other side while we asked over it: that is to be asked again over another. */
const closed = Symbol('closed')

function ask(
  method: string,
  url: string,
  headers: OutgoingHttpHeaders,
  body: string | Buffer | undefined,
): Promise<Answer | typeof closed> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }
    const asked = request(url, { method, agent, headers: { ...length, ...headers }, timeout: 30_000 }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          text: Buffer.concat(parts).toString('utf8'),
        }),
      )
      answer.on('error', reject)
      answer.on('aborted', () => reject(new Error('cut off')))
    })
    asked.on('error', (error: NodeJS.ErrnoException) =>
      asked.reusedSocket && error.code === 'ECONNRESET' ? resolve(closed) : reject(error),
    )
    asked.on('timeout', () => asked.destroy(new Error('no answer')))
    asked.end(body)
  })
}

export const pause = (milliseconds: number): Promise<void> => new Promise((resume) => setTimeout(resume, milliseconds))
