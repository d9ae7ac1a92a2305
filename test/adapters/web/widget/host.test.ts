import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { fallback } from '../../../fixtures/host-page.ts'
import { answers, ask, launcher, open, question, stageTest } from '../../../fixtures/stage.ts'
import { states } from '../../../fixtures/states.ts'

const hostile = `html { font-size: 62.5% !important }
* { color: red !important; background: yellow !important; font-size: 8px !important; box-sizing: content-box !important; letter-spacing: 1em !important; text-transform: uppercase !important; animation: spin 1s infinite !important }
button, input, textarea, dialog, a { display: none !important; position: static !important; all: unset !important }
div, ul, li, p { visibility: hidden !important; float: left !important }
loket-wijzer { opacity: 0.1 !important; line-height: 9 !important; filter: blur(4px) !important }
@keyframes spin { to { color: lime } }`

describe('on a site with the strictest policy', () => {
  stageTest('nothing is violated, from the button to a person, and nothing is asked of others', async ({ stage }) => {
    const { page, trouble } = await stage.visit()
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).origin))
    await open(page)
    for (const state of Object.values(states)) await ask(page, state)
    await page.locator('.feedback summary').first().click()
    await page.getByText('Opties').click()
    await page.evaluate('globalThis.print = () => {}')
    await page.getByText('Druk het gesprek af').click()
    await page.getByRole('button', { name: 'Praat met een medewerker' }).click()
    await page.getByRole('button', { name: 'Français' }).click()
    await page.getByRole('button', { name: 'Parler à un collaborateur' }).waitFor()
    expect(trouble).toEqual([])
    expect([...new Set(asked)]).toEqual([stage.home.origin])
    expect(await page.context().cookies()).toEqual([])
    expect(await page.evaluate('localStorage.length')).toBe(0)
  })

  stageTest('without our origin in its policy, the link that stands inside is what is there', async ({ stage }) => {
    stage.host.policy = "default-src 'none'; style-src 'self'"
    const { page } = await stage.visit()
    await page.waitForTimeout(300)
    expect(await page.getByRole('link', { name: fallback }).isVisible()).toBe(true)
  })

  stageTest('a part whose bytes are not those of its checksum is never run', async ({ stage }) => {
    const { page } = await stage.visit()
    await page.route('**/widget/panel-*.js', async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, body: `${await response.text()};globalThis.tampered = true` })
    })
    await launcher(page).click()
    await page.getByRole('link', { name: fallback }).waitFor()
    expect(await page.evaluate('globalThis.tampered')).toBeUndefined()
  })
})

describe('on a page that is hard on others', () => {
  stageTest('its styles do not reach in, and ours do not reach out', async ({ stage }) => {
    const { page: plain } = await stage.visit()
    await open(plain)
    await ask(plain, states.answer)
    const wanted = await looks(plain)
    stage.host.css = hostile
    const { page } = await stage.visit()
    await open(page)
    await ask(page, states.answer)
    expect(await looks(page)).toEqual(wanted)
    expect(await page.evaluate('Object.keys(globalThis).filter((name) => /loket|wijzer/i.test(name))')).toEqual([])
    expect(await page.evaluate('document.adoptedStyleSheets.length')).toBe(0)
  })

  stageTest('without JavaScript the link inside leads to our page', async ({ stage }) => {
    const { page } = await stage.visit({ javaScriptEnabled: false })
    const link = page.getByRole('link', { name: fallback })
    expect(await link.isVisible()).toBe(true)
    await link.click()
    expect(page.url()).toBe(`${stage.home.origin}/${stage.host.city}`)
    expect(await page.locator('form.ask').isVisible()).toBe(true)
  })

  stageTest('an unknown city, or no answer from us, leaves the link', async ({ stage }) => {
    stage.host.city = 'atlantis'
    const { page, trouble } = await stage.visit()
    await page.waitForTimeout(300)
    expect(await page.getByRole('link', { name: fallback }).isVisible()).toBe(true)
    expect(trouble).toEqual([])
  })

  stageTest('put there twice, it is there once', async ({ stage }) => {
    stage.host.body = (main) =>
      `${main}<loket-wijzer city="${stage.host.city}"><a href="/tweede">de tweede</a></loket-wijzer>`
    const { page } = await stage.visit()
    await launcher(page).waitFor()
    expect(await launcher(page).count()).toBe(1)
    expect(await page.getByRole('link', { name: 'de tweede' }).isVisible()).toBe(true)
  })

  stageTest('it never opens by itself, and steps aside for what has focus', async ({ stage }) => {
    stage.host.body = (main) =>
      `${main}<p style="position:fixed;right:20px;bottom:20px" class="low"><a href="/tweede">onder de knop</a></p>`
    stage.host.css = '.low { position: fixed; right: 20px; bottom: 20px }'
    const { page } = await stage.visit()
    await launcher(page).waitFor()
    expect(await page.locator('.panel').count()).toBe(0)
    await page.getByRole('link', { name: 'onder de knop' }).focus()
    const top = `(() => {
      const { x, y, width, height } = document.activeElement.getBoundingClientRect()
      return document.elementFromPoint(x + width / 2, y + height / 2).textContent
    })()`
    expect(await page.evaluate(top)).toBe('onder de knop')
    await launcher(page).focus()
    expect(await page.evaluate(opacity)).toBe('1')
  })

  stageTest('speaks the language of the page, also when that changes, until the visitor chooses', async ({ stage }) => {
    stage.host.lang = 'fr-BE'
    const { page } = await stage.visit()
    await launcher(page).getByText('Posez votre question').waitFor()
    await page.evaluate("document.documentElement.lang = 'en'")
    await launcher(page).getByText('Ask your question').waitFor()
    await open(page)
    await page.getByRole('button', { name: 'Nederlands' }).click()
    await page.getByText('Praat met een medewerker').waitFor()
    expect(await page.evaluate("document.querySelector('loket-wijzer').shadowRoot.activeElement.lang")).toBe('nl')
    await page.evaluate("document.documentElement.lang = 'fr'")
    await page.waitForTimeout(200)
    expect(await page.getByText('Praat met een medewerker').isVisible()).toBe(true)
  })

  stageTest('where two languages count the same, both are there until one is used', async ({ stage }) => {
    stage.host.city = 'jette'
    stage.host.lang = ''
    const { page } = await stage.visit()
    await launcher(page).waitFor()
    const names = launcher(page).locator('span span')
    expect(await names.allTextContents()).toEqual(['Stel uw vraag', 'Posez votre question'])
    expect(await page.evaluate(sizes)).toEqual(['16px nl', '16px fr'])
    await open(page)
    expect(await page.locator('.notice .tongue').count()).toBe(2)
    stage.api.answerWith({ text: 'Voilà.', lang: 'fr', blocks: [{ t: 'text', v: 'Voilà.' }] })
    await ask(page, 'bonjour')
    await page.getByRole('button', { name: 'Parler à un collaborateur' }).waitFor()
    await expect.poll(() => page.locator('.notice .tongue').count()).toBe(0)
    expect(await answers(page).getAttribute('lang')).toBe('fr')
  })

  stageTest('a site that changes pages by script keeps the conversation', async ({ stage }) => {
    const { page } = await stage.visit()
    await open(page)
    await ask(page, states.answer)
    await page.evaluate(
      `history.pushState({}, '', '/ander'); const old = document.querySelector('loket-wijzer'); const fresh = document.createElement('loket-wijzer'); fresh.setAttribute('city', '${stage.host.city}'); old.replaceWith(fresh)`,
    )
    await answers(page).first().waitFor()
    expect(stage.api.calls.filter((call) => call === 'POST sessions').length).toBe(1)
    await ask(page, states.clarify)
    expect(await page.locator('.panel').count()).toBe(1)
  })

  stageTest('tells the page how it ended, about what and by which way in, and never a word', async ({ stage }) => {
    const { page } = await stage.visit()
    await page.evaluate("globalThis.told = []; addEventListener('loketwijzer', ({ detail }) => told.push(detail))")
    await open(page)
    await ask(page, states.answer)
    await page.evaluate(
      "document.querySelector('loket-wijzer').shadowRoot.addEventListener('click', (event) => event.preventDefault())",
    )
    await answers(page).locator('a.way').first().click()
    const told = (await page.evaluate('told')) as Record<string, string | null>[]
    expect(told.map((one) => Object.keys(one))).toEqual([
      ['outcome', 'service', 'channel'],
      ['outcome', 'service', 'channel'],
    ])
    expect(told[0]?.outcome).toBe('answered')
    expect(told[0]?.service).toMatch(`${stage.host.city}/`)
    expect(told[1]?.channel).toMatch(/^(online|phone|email|counter)$/)
    expect(JSON.stringify(told)).not.toContain('toestand')
  })

  stageTest('can be opened by the page, which keeps its focus', async ({ stage }) => {
    stage.host.attributes = 'open'
    const { page } = await stage.visit()
    await page.locator('.panel').waitFor()
    expect(await page.evaluate('document.activeElement.localName')).toBe('body')
    await page.evaluate("document.querySelector('loket-wijzer').removeAttribute('open')")
    await page.locator('.panel').waitFor({ state: 'hidden' })
    await question(page).waitFor({ state: 'hidden' })
  })
})

const sizes = `[...document.querySelector('loket-wijzer').shadowRoot.querySelectorAll('.launcher span span')]
  .map((one) => getComputedStyle(one).fontSize + ' ' + one.lang)`
const opacity = "getComputedStyle(document.querySelector('loket-wijzer').shadowRoot.querySelector('.launcher')).opacity"

/** How some of it looks: what a page could spoil. */
const looks = (page: Page): Promise<unknown> =>
  page.evaluate(`(() => {
    const root = document.querySelector('loket-wijzer').shadowRoot
    const names = ['.launcher', '.panel', 'h2', '.notice', '.languages button', '#question', '.send', '.writer .plain', 'article.bot', 'a.way', '.lead']
    const wanted = ['color', 'backgroundColor', 'fontSize', 'display', 'position', 'letterSpacing', 'textTransform', 'lineHeight', 'opacity', 'visibility', 'animationName', 'float', 'width', 'height']
    return names.map((name) => {
      const style = getComputedStyle(root.querySelector(name))
      return [name, ...wanted.map((property) => style[property])].join(' ')
    })
  })()`)
