import { expect, test } from 'vitest'
import { started } from '../fixtures/started.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'

/** Given someone who has just installed the project, when they type `npm start`. */

const ask = (url: string): Promise<Response> =>
  fetch(`${url}/api/v1/ask`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text: 'Ik ben verhuisd, wat moet ik doen?' }),
  })

test('then the runtime of Cloudflare answers a question, and stops when asked to', async () => {
  const { url, printed, stop } = await started({ DATA_DIR: temporaryFolder() })
  expect(printed()).toContain(`Open     ${url}/`)
  const [demo = ''] = /http\S+\/demo\/\S+/.exec(printed()) ?? []
  expect(await (await fetch(demo)).text()).toContain('<loket-wijzer')

  const health = await fetch(`${url}/health`)
  expect(health.status).toBe(200)
  expect(await health.json()).toMatchObject({ ok: true, problems: [] })

  const answer = await ask(url)
  expect(answer.status).toBe(200)
  expect(await answer.json()).toMatchObject({ outcome: expect.any(String), reply: { text: expect.any(String) } })

  expect(await stop('SIGINT')).toBe(0)
  await expect(fetch(`${url}/health`)).rejects.toThrow()
})

test('then a variable that is wrong is named, and nothing is answered until it is mended', async () => {
  const { url, printed } = await started({ DATA_DIR: temporaryFolder(), PUBLIC_URL: 'https://wijzer.stad.example' })
  expect(printed()).toContain('PUBLIC_URL')
  expect((await ask(url)).status).toBe(503)
})

test('then a port that is in use is told, with what to do', async () => {
  const first = await started({ DATA_DIR: temporaryFolder() })
  const second = await started({ DATA_DIR: temporaryFolder(), PORT: new URL(first.url).port })
  expect(second.printed()).toMatch(/Port \d+ is in use.*PORT=\d+ npm start/)
  expect(await second.stop()).toBe(1)
})
