import type { Page } from 'playwright-core'
import { states } from '../fixtures/states.ts'
import { answers, ask, open, question } from '../fixtures/widget-page.ts'
import type { WidgetScene } from '../fixtures/widget-scene.ts'

/** Every state of the widget that a visitor can meet, and how to get there from a page that was just opened. */

type Reach = (page: Page, scene: WidgetScene) => Promise<void>

const opened: Reach = async (page) => open(page)

const asked =
  (text: string): Reach =>
  async (page) => {
    await open(page)
    await ask(page, text)
  }

const after =
  (before: Reach, then: Reach): Reach =>
  async (page, scene) => {
    await before(page, scene)
    await then(page, scene)
  }

const typed =
  (text: string, shown: string): Reach =>
  async (page) => {
    await question(page).pressSequentially(text)
    await page.locator(shown).first().waitFor()
  }

const send: Reach = async (page) => question(page).press('Enter')

const wantPerson: Reach = async (page) => {
  await page.locator('form.writer > button.plain').click()
  await page.locator('article.bot').nth(1).waitFor()
}

const pressed =
  (pressed: string, shown: string): Reach =>
  async (page) => {
    await page.locator(pressed).first().click()
    await page.locator(shown).first().waitFor()
  }

export const widgetStates = {
  closed: (page) => page.locator('button.launcher').waitFor(),
  open: opened,
  options: after(opened, pressed('.options > summary', '.options ul')),
  'erase, asked again': after(
    after(opened, pressed('.options > summary', '.options ul')),
    pressed('.options details > summary', '.options details button'),
  ),
  'nothing written': after(
    opened,
    after(send, async (page) => page.locator('#error:not(:empty)').waitFor()),
  ),
  'personal data': after(opened, async (page) => {
    await question(page).fill('mijn nummer is 85.07.30-033.28')
    await question(page).press('Enter')
    await page.locator('#error button').waitFor()
  }),
  suggestions: after(
    opened,
    after(typed('iden', '.suggestions li'), async (page) => question(page).press('ArrowDown')),
  ),
  answer: asked(states.answer),
  'several answers': asked(states.several),
  choices: asked(states.clarify),
  'which city': asked(states.city),
  'life event': asked(states.event),
  crisis: asked(states.crisis),
  'not known': asked(states.notKnown),
  'out of scope': asked(states.outOfScope),
  'answer is wrong': after(asked(states.answer), pressed('.feedback summary', '.feedback textarea')),
  thanks: after(asked(states.answer), pressed('.feedback > button', '.feedback [role=status]:not(:empty)')),
  'not sent': after(asked(states.answer), async (page) => {
    await page.context().setOffline(true)
    await question(page).fill('en dan?')
    await question(page).press('Enter')
    await page.locator('.trouble button').waitFor()
  }),
  'waits for a person': after(asked(states.answer), wantPerson),
  'wants to be called back': after(
    asked(states.answer),
    after(wantPerson, pressed('.log details:has([type=tel]) summary', '[type=tel]')),
  ),
  'number is wrong': after(
    after(asked(states.answer), after(wantPerson, pressed('.log details:has([type=tel]) summary', '[type=tel]'))),
    async (page) => {
      await page.locator('[type=tel]').fill('straks')
      await page.locator('[type=tel]').press('Enter')
      await page.locator('.log .error:not(:empty)').waitFor()
    },
  ),
  'with a person': after(after(asked(states.answer), wantPerson), async (page, scene) => {
    await scene.joins('Goeiedag, ik help je verder.')
    await page.locator('article.desk').waitFor()
  }),
  'long conversation': async (page) => {
    await open(page)
    for (const state of ['answer', 'several', 'event', 'clarify'] as const) await ask(page, states[state])
    await answers(page).nth(3).waitFor()
  },
} satisfies Record<string, Reach>

export type StateName = keyof typeof widgetStates
export const stateNames = Object.keys(widgetStates) as StateName[]
