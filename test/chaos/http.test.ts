import { createServer } from 'node:http'
import { expect, it } from 'vitest'
import { freePort } from '../fixtures/free-port.ts'
import { call } from './harness/http.ts'

it('what is asked over a connection that the other side has just closed is asked again', async () => {
  const port = await freePort()
  const heard = new Map<unknown, number>()
  const server = createServer((request, response) => {
    const times = (heard.get(request.socket) ?? 0) + 1
    heard.set(request.socket, times)
    if (times === 1) response.end('here')
    else request.socket.destroy()
  })
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening))
  for (let turn = 0; turn < 5; turn++)
    expect((await call('POST', `http://127.0.0.1:${port}/`, {}, '{}')).text).toBe('here')
  expect(heard.size).toBe(5)
  server.closeAllConnections()
  server.close()
})

it('what nobody answers is not asked for ever', async () => {
  await expect(call('GET', `http://127.0.0.1:${await freePort()}/`)).rejects.toThrow('ECONNREFUSED')
})
