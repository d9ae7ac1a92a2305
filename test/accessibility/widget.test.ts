import { expect } from 'vitest'
import { browserTest } from '../fixtures/browser.ts'
import { type WidgetScene, widgetScene } from '../fixtures/widget-scene.ts'
import { worldFixture } from '../fixtures/world.ts'
import { examine } from './axe.ts'
import { type StateName, widgetStates } from './widget-states.ts'

/** The widget over the real interface has nothing that axe can fault. `npm run axe` tries every state, city and width. */

const cities = Object.values(worldFixture().catalogue.cities)
const [one] = cities.filter(({ languages }) => languages.unknown !== 'all-official')
const [bilingual] = cities.filter(({ languages }) => languages.unknown === 'all-official')

const axeTest = browserTest.extend<{ scene: WidgetScene }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern which fixtures this one needs
  scene: async ({}, use) => {
    const scene = await widgetScene()
    await use(scene)
    await scene.close()
  },
})

const tried: [what: string, city: string | undefined, width: number, states: StateName[]][] = [
  ['on a small phone', one?.id, 320, ['closed', 'personal data', 'answer']],
  ['on a desk', one?.id, 1280, ['suggestions', 'life event', 'crisis']],
  ['with a person', one?.id, 390, ['with a person']],
  ['in two languages', bilingual?.id, 390, ['open', 'several answers']],
]

for (const [what, city = '', width, names] of tried) {
  axeTest(what, { timeout: 60_000 }, async ({ visit, scene }) => {
    for (const name of names) {
      const context = await visit({ viewport: { width, height: 800 } })
      const page = await context.newPage()
      await page.goto(scene.site(city))
      await widgetStates[name](page, scene)
      const { violations, unexplained } = await examine(page)
      expect([...violations, ...unexplained], name).toEqual([])
    }
  })
}
