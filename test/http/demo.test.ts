import { describe, expect, it } from 'vitest'
import { createApp } from '../../src/http/app.ts'
import { browserTest } from '../fixtures/browser.ts'
import { listen } from '../fixtures/listen.ts'
import { watch } from '../fixtures/stage.ts'
import { assistantInStates, richest, states } from '../fixtures/states.ts'
import { answers, ask, open } from '../fixtures/widget-page.ts'
import { partsFixture, worldFixture } from '../fixtures/world.ts'

/** Sample pages with the widget on them, for who runs the project on their own machine. */

const cities = Object.values(worldFixture().catalogue.cities)
const local = createApp(partsFixture({ assistant: assistantInStates(), local: true }))
const pages = cities.flatMap((city) => [`/demo/${city.id}`, `/demo/${richest(city)}`])

describe('on somebody’s own machine', () => {
  it.each(pages)('%s has the widget, under the strictest policy', async (path) => {
    const response = await local.request(path)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-security-policy')).toContain("trusted-types 'none'")
    expect((await response.text()).match(/<loket-wijzer /g)).toHaveLength(1)
  })

  browserTest('a visitor asks, goes to another page, and finds the conversation there', async ({ visit }) => {
    const home = await listen((request) => local.fetch(request))
    const [first = '', second = ''] = pages
    const page = await (await visit({ viewport: { width: 1280, height: 900 } })).newPage()
    const trouble = await watch(page)
    await page.goto(`${home.origin}${first}`)
    await open(page)
    await ask(page, states.answer)
    await page.goto(`${home.origin}${second}`)
    await answers(page).first().waitFor()
    expect(await page.locator('.panel').isVisible()).toBe(true)
    expect(trouble).toEqual([])
    await home.close()
  })
})

describe('in a deployment', () => {
  const deployed = createApp(partsFixture())
  it.each([...pages, '/demo/style.css'])('%s is not there', async (path) => {
    expect((await deployed.request(path)).status).toBe(404)
  })
})
