import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { traces } from '../../fixtures/address-canaries.ts'
import { browserTest } from '../../fixtures/browser.ts'
import { moment } from '../../fixtures/desk.ts'
import { agent, atDesk, type OpenedDesk } from '../../fixtures/desk-page.ts'

const focused = (page: Page): Promise<string> => page.evaluate('document.activeElement.id')
const title = (page: Page): Promise<string | null> => page.locator('#card-title').textContent()
const unanswered = async (desk: OpenedDesk) => {
  const noor = await desk.colleague('noor', agent)
  return (await (await noor('GET', '/unanswered')).json()) as Record<string, unknown>[]
}

describe('a call', () => {
  browserTest('the card is open while typing, with what to say and the memo', async ({ visit }) => {
    const { page, trouble } = await atDesk(visit)
    expect(await focused(page)).toBe('query')
    await page.keyboard.type('identk')
    expect(await title(page)).toBe('Identiteitskaart')
    expect(await page.locator('.say').textContent()).toContain('Identiteit en Adres')
    expect(await page.locator('#results [role=option]').count()).toBeLessThanOrEqual(8)
    const input = page.locator('#query')
    expect(await input.getAttribute('aria-activedescendant')).toBe('result-1')
    await page.keyboard.press('ArrowDown')
    expect(await input.getAttribute('aria-activedescendant')).toBe('result-2')
    await page.keyboard.press('Alt+Digit1')
    expect([await title(page), await focused(page)]).toEqual(['Identiteitskaart', 'query'])
    expect(trouble).toEqual([])
  })

  browserTest('keys go by what stands on an AZERTY keyboard', async ({ visit }) => {
    const { page } = await atDesk(visit)
    await page.keyboard.type('samenwonen')
    const second = await page.locator('#result-2 .name').textContent()
    const press = (key: string, code: string, further = ''): Promise<void> =>
      page.evaluate(
        `document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: '${key}', code: '${code}', altKey: true, bubbles: true ${further} }))`,
      )
    await press('é', 'Digit2')
    expect(await title(page)).toBe(second)
    await press('t', 'KeyT', ', ctrlKey: true')
    expect(await page.locator('dialog').count()).toBe(0)
    await press('w', 'KeyZ')
    expect(await page.locator('dialog').count()).toBe(1)
  })

  browserTest('a second call keeps the first as it was, a reload too', async ({ visit }) => {
    const { page } = await atDesk(visit)
    await page.keyboard.type('reispas')
    await page.keyboard.press('Alt+KeyN')
    await page.keyboard.type('trouwen')
    await page.keyboard.press('Alt+KeyJ')
    expect(await page.locator('#query').inputValue()).toBe('reispas')
    await page.reload()
    await page.locator('#query').waitFor()
    expect([await page.locator('#query').inputValue(), await title(page)]).toEqual(['reispas', 'Reispas'])
    await page.keyboard.press('Alt+KeyK')
    expect(await page.locator('#query').inputValue()).toBe('trouwen')
  })

  browserTest('is wrapped up with two keys, its outcome guessed', async ({ visit }) => {
    const { page } = await atDesk(visit)
    await page.keyboard.type('reispas')
    const sent = page.waitForRequest(/\/log/)
    await page.keyboard.press('Alt+KeyW')
    await page.keyboard.press('Enter')
    const { entries } = (await sent).postDataJSON() as { entries: Record<string, unknown>[] }
    expect(entries[0]).toMatchObject({ kind: 'call', outcome: 'solved', service: 'gent/reispas' })
    expect([await page.locator('#query').inputValue(), await focused(page)]).toEqual(['', 'query'])
  })

  browserTest('a letter typed right after the wrap-up is of the next call', async ({ visit }) => {
    const { page } = await atDesk(visit)
    await page.keyboard.type('reispas')
    await page.keyboard.press('Alt+KeyW')
    await page.evaluate(`(async () => {
      document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
      for (let turn = 0; turn < 20; turn++) await Promise.resolve()
      const line = document.querySelector('#query')
      line.value += 'z'
      line.dispatchEvent(new Event('input', { bubbles: true }))
      await new Promise((later) => setTimeout(later, 100))
    })()`)
    expect(await page.locator('#query').inputValue()).toBe('z')
  })

  browserTest('what was not found is logged with two keys, personal data taken out', async ({ visit }) => {
    const { desk, page } = await atDesk(visit)
    await page.keyboard.type('zeppelin voor 85.07.30-033.28')
    await page.keyboard.press('Alt+KeyU')
    const sent = page.waitForResponse(/\/log/)
    await page.keyboard.press('Enter')
    expect(((await sent).request().postData() ?? '').includes('033.28')).toBe(false)
    const [kept] = await unanswered(desk)
    expect(kept).toMatchObject({ service: null, channel: 'phone', text: expect.stringContaining('zeppelin') })
    expect(await focused(page)).toBe('query')
  })

  browserTest('goes on by mail or text message, with nobody’s address in it', async ({ visit }) => {
    const { page } = await atDesk(visit)
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.keyboard.type('reispas')
    const told = page.locator('[role=status] p', { hasText: 'Gekopieerd' }).waitFor({ state: 'attached' })
    await page.keyboard.press('Alt+KeyL')
    await told
    const copied = (await page.evaluate('navigator.clipboard.readText()')) as string
    expect(copied).toContain('09 210 10 10')
    const mail = new URL((await page.getByRole('link', { name: 'Mail', exact: true }).getAttribute('href')) ?? '')
    expect([mail.pathname, mail.searchParams.get('body')]).toEqual(['', copied.replaceAll('\n', '\r\n')])
  })

  browserTest(
    'shows whose counter it is once a caller says where they live, and what may be too old',
    async ({ visit }) => {
      const { page } = await atDesk(visit)
      await page.keyboard.type('leefloon')
      expect(await page.locator('#result-1 .hint').textContent()).toContain('per wijk')
      await page.locator('#place').fill('Ledeberg')
      expect(await page.locator('#result-1 .hint').textContent()).toContain('Gentbrugge-Ledeberg')
      expect(await page.locator('#card dl').textContent()).toContain('Welzijnsbureau Gentbrugge - Ledeberg')
      expect(await page.locator('#card .stale').first().textContent()).toContain('kan verouderd zijn')
    },
  )

  browserTest('an address of a caller is used, and kept nowhere', async ({ visit }) => {
    const { desk, page } = await atDesk(visit)
    await page.keyboard.type('leefloon Kanarievogelstraat 8713')
    await page.locator('#place').fill('Kanarievogelstraat 8713, 9050 Ledeberg')
    await expect.poll(() => page.locator('#place-found').textContent()).toContain('Ledeberg')
    await page.keyboard.press('Alt+KeyU')
    const sent = page.waitForResponse(/\/log/)
    await page.keyboard.press('Enter')
    expect((await sent).request().postData()).not.toMatch(traces)
    expect(await page.evaluate('JSON.stringify([{ ...sessionStorage }, { ...localStorage }])')).not.toMatch(traces)
    expect(JSON.stringify(await unanswered(desk))).not.toMatch(traces)
    await page.reload()
    await expect.poll(() => page.locator('#place-found').textContent()).toContain('Ledeberg')
  })

  browserTest('who may be in danger is seen at once, and one question tells what is meant', async ({ visit }) => {
    const { page } = await atDesk(visit)
    await page.keyboard.type('samenwonen')
    await page.locator('#meant .question').waitFor()
    const second = (await page.locator('#meant .choices button').nth(1).textContent()) ?? ''
    await page.keyboard.press('Alt+Shift+Digit2')
    expect(second).toContain(await title(page))
    await page.keyboard.press('Escape')
    await page.keyboard.type('ik wil niet meer leven')
    expect(await page.locator('#meant .crisis').textContent()).toContain('1813')
  })

  browserTest('a key can be changed, and taken away', async ({ visit }) => {
    const { page } = await atDesk(visit)
    await page.keyboard.press('?')
    await page
      .locator('dialog')
      .getByRole('button', { name: /Nieuwe oproep/ })
      .click()
    await page.keyboard.press('Alt+KeyO')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Alt+KeyN')
    expect(await page.locator('nav li').count()).toBe(1)
    await page.keyboard.press('Alt+KeyO')
    expect(await page.locator('nav li').count()).toBe(2)
  })
})

describe('notices', () => {
  browserTest('a lead publishes one from the page that is open, and its card tells it', async ({ visit }) => {
    const { page } = await atDesk(visit, { groups: ['desk/gent/lead'] })
    await page.keyboard.type('identiteitskaart')
    await page.keyboard.press('Alt+KeyB')
    await page.keyboard.press('Enter')
    await page.locator('#text-nl').fill('Het eID-systeem werkt niet.')
    const preview = page.locator('.preview')
    await expect.poll(() => preview.textContent()).toContain('Antwoorden die veranderen: 1')
    expect(await preview.textContent()).toContain('Let op, tot 21 november 2026 om 11 uur: Het eID-systeem werkt niet.')
    await page.locator('#text-nl').press('Enter')
    await expect.poll(() => page.locator('#card .notice').allTextContents()).toHaveLength(1)
    await page.keyboard.press('Alt+KeyB')
    await page.getByRole('button', { name: 'Nu stoppen' }).click()
    await expect.poll(() => page.locator('#card .notice').count()).toBe(0)
  })

  browserTest('one that was begun and left gives the line its letters again', async ({ visit }) => {
    const { page } = await atDesk(visit, { groups: ['desk/gent/lead'] })
    await page.keyboard.press('Alt+KeyB')
    await page.keyboard.press('Enter')
    await page.locator('#text-nl').fill('Het')
    for (const _ of ['notice', 'line']) await page.keyboard.press('Escape')
    await expect.poll(() => focused(page)).toBe('query')
    await page.keyboard.type('reispas')
    expect(await page.locator('#query').inputValue()).toBe('reispas')
  })

  browserTest('an agent reads them, and is offered nothing more', async ({ visit }) => {
    const { page } = await atDesk(visit)
    await page.keyboard.press('Alt+KeyB')
    expect(await page.locator('dialog').textContent()).toContain('Er is nu geen bericht')
    expect(await page.getByRole('button', { name: 'Nieuw bericht' }).count()).toBe(0)
  })
})

describe('what had no good answer', () => {
  browserTest('becomes a proposal of an editor, and a table', async ({ visit }) => {
    const { desk, page } = await atDesk(visit, { groups: ['desk/gent/lead'] })
    const lead = await desk.colleague('lea', 'desk/gent/lead')
    await page.keyboard.type('rb in de Leie gevallen')
    await page.keyboard.press('Alt+KeyU')
    const logged = page.waitForResponse(/\/log/)
    await page.keyboard.press('Enter')
    await logged
    await page.keyboard.press('Alt+KeyG')
    await page.getByRole('button', { name: 'Stel manier van vragen voor' }).click()
    expect(await page.locator('#field-page').inputValue()).toContain('gent/')
    await page.locator('#field-page').selectOption('gent/rijbewijs')
    await page.locator('#field-phrasing').press('Enter')
    await expect.poll(async () => (await lead('GET', '/proposals')).text()).toContain('rb in de Leie gevallen')
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Lijst als CSV' }).click()
    expect((await saved).suggestedFilename()).toBe('vragen-gent.csv')
  })
})

describe('with the server away', () => {
  browserTest('what was logged arrives once, even when only the answer was lost', async ({ visit }) => {
    const { desk, page } = await atDesk(visit)
    const noor = await desk.colleague('noor', agent)
    await page.route(/\/v1\/log/, async (route) => {
      await noor('POST', '/log', route.request().postDataJSON())
      await route.abort()
    })
    await page.keyboard.type('zeppelin')
    await page.keyboard.press('Alt+KeyU')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('#banner').textContent()).toContain('1')
    await page.unroute(/\/v1\/log/)
    await page.evaluate("dispatchEvent(new Event('online'))")
    await expect.poll(() => page.evaluate("localStorage.getItem('desk.outbox')")).toBe('[]')
    expect(await unanswered(desk)).toHaveLength(1)
  })
})

browserTest('a sign-in that is about to end is said minutes ahead', async ({ visit }) => {
  const { page } = await atDesk(visit)
  expect(await page.locator('#banner').textContent()).toBe('')
  await page.context().clock.setFixedTime(new Date(Date.parse(moment) + 57 * 60_000))
  await page.keyboard.press('Alt+KeyN')
  expect(await page.locator('#banner').textContent()).toContain('3 min')
})
