import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { parseArgs } from 'node:util'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { howToGetChromium } from '../fixtures/chromium.ts'
import { calm, launchBrowser } from '../fixtures/launch.ts'
import { type WidgetScene, widgetScene } from '../fixtures/widget-scene.ts'
import { worldFixture } from '../fixtures/world.ts'
import { examine } from './axe.ts'
import { type StateName, stateNames, widgetStates } from './widget-states.ts'

/**
 * `npm run axe [-- city …] [-- --write]`: axe on every state of the widget, in the colours of every city, at three widths, and some of
 * them with colours and motion as the visitor wants them. Ends with 1 when there is anything to mend. `--write` keeps the
 * figures of a whole run for the statement.
 */

type Case = {
  city: string
  lang: string
  state: StateName
  manner: string
  options: BrowserContextOptions
  own?: boolean
}

const at = (width: number): BrowserContextOptions => ({ viewport: { width, height: 800 } })

const onPage = stateNames.filter((name) => name !== 'closed')

/** `own`: on our own page of the city, instead of beside a page of its site. */
const manners: Record<string, { options: BrowserContextOptions; states: readonly StateName[]; own?: boolean }> = {
  'the page, 320 px': { options: at(320), states: onPage, own: true },
  'the page, 1280 px': { options: at(1280), states: onPage, own: true },
  '320 px': { options: at(320), states: stateNames },
  '390 px': { options: at(390), states: stateNames },
  '1280 px': { options: at(1280), states: stateNames },
  'forced colours': {
    options: { ...at(1280), forcedColors: 'active' },
    states: ['open', 'choices', 'answer', 'crisis'],
  },
  'with motion': { options: { ...at(390), reducedMotion: 'no-preference' }, states: ['closed', 'open', 'answer'] },
  touch: { options: { ...at(390), hasTouch: true, isMobile: true }, states: ['open', 'choices', 'answer'] },
}

/**
 * Every case of a city; a page in French too where the city speaks it by law, and our own page before a language is chosen
 * where they have equal weight.
 */
const casesOf = (city: string, official: readonly string[]): Case[] =>
  [...official, ...(official.length > 1 ? [unchosen] : [])].flatMap((lang) =>
    Object.entries(manners)
      .filter(([, { own }]) => own || lang !== unchosen)
      .flatMap(([manner, { states, ...how }]) => states.map((state) => ({ city, lang, state, manner, ...how }))),
  )

const unchosen = ''

async function tryCase({ city, lang, state, options, own = false }: Case, browser: Browser, scene: WidgetScene) {
  const context = await browser.newContext({ ...calm, ...options })
  try {
    const page = await context.newPage()
    await page.goto(own ? `${scene.home}/${city}?lang=${lang}` : scene.site(city, lang))
    await widgetStates[state](page, scene)
    return await examine(page)
  } finally {
    await context.close()
  }
}

/** For `/{city}/toegankelijkheid`, which shows it as what a program found. */
function record({ cases, violations }: { cases: number; violations: number }): void {
  const { version } = createRequire(import.meta.url)('axe-core/package.json') as { version: string }
  const date = new Date().toISOString().slice(0, 10)
  const found = { date, tool: `axe-core ${version}`, cases, violations }
  writeFileSync('docs/accessibility/automated.json', `${JSON.stringify(found)}\n`)
}

async function main(chosen: string[], write: boolean): Promise<boolean> {
  const browser = await launchBrowser()
  if (!browser) throw new Error(howToGetChromium)
  const cities = Object.values(worldFixture().catalogue.cities).filter(
    ({ id }) => chosen.length === 0 || chosen.includes(id),
  )
  const scene = await widgetScene()
  const totals = { cases: 0, violations: 0, unexplained: 0, computed: 0, lowest: 21 }
  for (const { id, languages } of cities) {
    for (const one of casesOf(id, languages.official)) {
      const { violations, unexplained, computed } = await tryCase(one, browser, scene)
      totals.cases += 1
      totals.violations += violations.length
      totals.unexplained += unexplained.length
      totals.computed += computed.count
      totals.lowest = Math.min(totals.lowest, computed.lowest)
      for (const fault of [...violations, ...unexplained])
        console.log(`${one.city} ${one.lang}, ${one.manner}, ${one.state}: ${fault}`)
    }
    console.log(`${id}: ${totals.cases} cases so far`)
  }
  console.log(totals)
  if (write) record(totals)
  await Promise.all([scene.close(), browser.close()])
  return totals.violations + totals.unexplained === 0
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean', default: false } },
})
process.exitCode = (await main(positionals, values.write)) ? 0 : 1
