import { expect } from 'vitest'
import { browserTest } from '../fixtures/browser.ts'
import { freePort } from '../fixtures/free-port.ts'
import { started } from '../fixtures/started.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'

/** The agents' side as `npm start` runs it: the real Worker in workerd, a citizen on the web, a colleague in a browser. */

function citizenAt(url: string) {
  let token = ''
  const post = async (path: string, body: unknown) => {
    const headers = {
      'content-type': 'application/json',
      origin: url,
      ...(token && { authorization: `Bearer ${token}` }),
    }
    return (await fetch(`${url}/api/web/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) })).json()
  }
  return {
    async begin(city: string) {
      token = ((await post('/sessions', { city, locale: 'nl' })) as { token: string }).token
    },
    ask: (text: string) => post('/messages', { clientMsgId: crypto.randomUUID(), type: 'text', text }),
    wantPerson: () => post('/handoff', { reason: 'user' }) as Promise<{ state: string; openNow: boolean }>,
    async heard() {
      const page = await fetch(`${url}/api/web/v1/messages?after=-1&limit=50`, {
        headers: { authorization: `Bearer ${token}` },
      })
      return ((await page.json()) as { messages: { from: string; text: string }[] }).messages
    },
  }
}

browserTest(
  'a colleague signs in once, takes a chat, goes on when the server is gone, and what was logged arrives once',
  async ({ visit }) => {
    const folder = temporaryFolder()
    const PORT = String(await freePort())
    const first = await started({ DATA_DIR: folder, PORT })
    const link = first.signInLink
    const page = await (await visit({ viewport: { width: 1440, height: 900 } })).newPage()
    await page.addInitScript("localStorage.setItem('desk.city', 'gent')")
    await page.goto(link)
    await page.locator('#query').waitFor()
    expect((await fetch(link, { redirect: 'manual' })).status).toBe(401)
    expect((await fetch(`${first.url}/desk`)).status).toBe(401)

    const citizen = citizenAt(first.url)
    await citizen.begin('gent')
    await citizen.ask('mijn reispas is gestolen')
    await expect.poll(async () => (await citizen.wantPerson()).openNow, { timeout: 30_000 }).toBe(true)
    await page.locator('.queue li').waitFor()
    await page.keyboard.press('Alt+KeyT')
    await page.locator('#chat .summary').waitFor()
    expect(await page.locator('#query').inputValue()).toBe('mijn reispas is gestolen')
    await page.locator('#reply').fill('Goeiedag, ik help je.')
    await page.locator('#reply').press('Enter')
    await expect
      .poll(async () => (await citizen.heard()).at(-1))
      .toMatchObject({ from: 'desk', text: 'Goeiedag, ik help je.' })
    await page.locator('#chat').getByRole('button', { name: 'Afsluiten' }).click()
    await page.locator('#chat').waitFor({ state: 'hidden' })

    await expect
      .poll(() => page.evaluate("caches.open('desk').then((kept) => kept.keys()).then((all) => all.length)"))
      .toBe(5)
    await first.stop()
    await page.reload()
    await page.locator('#query').waitFor()
    await page.keyboard.type('reispas')
    expect(await page.locator('#card-title').textContent()).toBe('Reispas')
    await page.keyboard.press('Alt+KeyW')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('#banner').textContent()).toContain('Geen verbinding')
    await page.keyboard.type('zeppelin huren')
    await page.keyboard.press('Alt+KeyU')
    await page.keyboard.press('Enter')
    expect(await page.evaluate("JSON.parse(localStorage.getItem('desk.outbox')).length")).toBe(2)

    const again = await started({ DATA_DIR: folder, PORT })
    await page.goto(again.signInLink)
    await expect.poll(() => page.evaluate("localStorage.getItem('desk.outbox')"), { timeout: 20_000 }).toBe('[]')
    await page.keyboard.press('Alt+KeyG')
    await expect
      .poll(() => page.locator('.missed tbody tr').allTextContents())
      .toEqual([expect.stringContaining('zeppelin huren')])
    expect(await page.locator('.missed .count').textContent()).toBe('1')
  },
  120_000,
)
