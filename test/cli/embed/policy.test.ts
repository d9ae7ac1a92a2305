import { describe, expect, it } from 'vitest'
import { allows } from '../../../src/cli/embed/policy.ts'
import { stageTest } from '../../fixtures/stage.ts'
import { launcher } from '../../fixtures/widget-page.ts'

const url = 'https://wijzer.stad.example/widget.js'
const script = (policy: string, nonce?: string): boolean => allows(policy, { directive: 'script-src', url, nonce })

describe('what a policy lets through', () => {
  it.each([
    '',
    "img-src 'none'",
    'script-src *',
    'script-src https:',
    'SCRIPT-SRC http://wijzer.stad.example',
    'script-src wijzer.stad.example:*',
    'script-src *.stad.example',
    'default-src https://wijzer.stad.example/',
    "script-src 'none'; script-src-elem https://wijzer.stad.example/widget.js",
    "script-src 'self' https://wijzer.stad.example; script-src 'none'",
  ])('%s: it does', (policy) => expect(script(policy)).toBe(true))

  it.each([
    "default-src 'none'",
    "script-src 'self'",
    'script-src',
    'script-src https://stad.example',
    'script-src *.wijzer.stad.example',
    'script-src https://wijzer.stad.example:8443',
    'script-src https://wijzer.stad.example/elders/',
    "script-src 'strict-dynamic' https://wijzer.stad.example",
    "default-src https:; script-src-elem 'none'",
  ])('%s: it does not', (policy) => expect(script(policy)).toBe(false))
})

/** Policies, with a nonce on the script or without, of which a browser has the last word. `HOME` is our origin. */
const policies: [policy: string, nonce?: string][] = [
  ["default-src 'none'; script-src HOME; connect-src HOME"],
  ["script-src 'self'"],
  ["script-src 'nonce-abc'", 'abc'],
  ["script-src 'nonce-abc' 'strict-dynamic'", 'abc'],
  ["script-src 'strict-dynamic' HOME"],
  ["script-src HOME; connect-src 'self'"],
]

for (const [policy, nonce] of policies) {
  stageTest(`a browser agrees on ${policy}`, async ({ stage }) => {
    const written = policy.replaceAll('HOME', stage.home.origin)
    const at = { url: `${stage.home.origin}/widget.js`, nonce }
    const allowed =
      allows(written, { ...at, directive: 'script-src' }) && allows(written, { ...at, directive: 'connect-src' })
    stage.host.policy = written
    stage.host.scriptNonce = nonce
    const { page } = await stage.visit()
    await page.waitForLoadState('networkidle')
    // Where it is blocked half-way, there is a button that leads to the page instead.
    if (await launcher(page).count()) await launcher(page).click()
    await page.waitForLoadState('networkidle')
    const opened = page.locator('#question').waitFor({ timeout: 2000 })
    expect(
      await opened.then(
        () => true,
        () => false,
      ),
    ).toBe(allowed)
  })
}
