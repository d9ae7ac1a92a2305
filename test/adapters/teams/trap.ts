import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Trap = {
  port: number
  /** What was caught: every request that got here, and every token among them. */
  caught: { requests: string[]; tokens: string[] }
  /** The network as an attacker would have it: whatever is not for the given hosts ends up here. */
  fetch: (genuine: readonly string[], answer: typeof fetch) => typeof fetch
  close(): Promise<void>
}

/** A server that really listens, for requests that should never be made. */
export async function openTrap(): Promise<Trap> {
  const caught: Trap['caught'] = { requests: [], tokens: [] }
  const server = createServer((request, response) => {
    caught.requests.push(`${request.method} ${request.url}`)
    if (request.headers.authorization) caught.tokens.push(request.headers.authorization)
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":"trapped"}')
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  return {
    port,
    caught,
    fetch: (genuine, answer) => async (input, init) => {
      const request = new Request(input, init)
      if (genuine.includes(new URL(request.url).hostname)) {
        const found = await answer(input, init)
        const leads = found.status >= 300 && found.status < 400 && request.redirect !== 'manual'
        // Whoever follows a redirect ends up here, and brings along whatever was sent.
        if (!leads) return found
      }
      return fetch(`http://127.0.0.1:${port}/`, { method: 'POST', headers: request.headers })
    },
    close: () => new Promise((closed) => server.close(() => closed())),
  }
}
