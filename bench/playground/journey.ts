import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { chromium, type Page } from 'playwright-core'
import { findChromium, howToGetChromium } from '../../test/fixtures/chromium.ts'
import { freePort } from '../../test/fixtures/free-port.ts'
import { openProxy } from './proxy.ts'

/**
 * `npm run teams:playground`: Microsoft's own test client in a browser that nobody sees, against our Worker in workerd.
 * With `-- --stay` both stay up, and it prints where to click.
 */
const client = join(import.meta.dirname, 'node_modules/@microsoft/m365agentsplayground/cli.js')
const patience = 60_000

const running: ChildProcess[] = []

function run(script: string, options: string[], environment: Record<string, string>): void {
  const child = spawn(process.execPath, [script, ...options], {
    env: { ...process.env, ...environment },
    stdio: 'ignore',
  })
  running.push(child)
}

async function until(url: string): Promise<void> {
  const end = performance.now() + patience
  while (
    !(await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    ))
  ) {
    if (performance.now() > end) throw new Error(`nothing answers at ${url}`)
    await pause(100)
  }
}

async function step(what: string, seen: () => Promise<unknown>): Promise<void> {
  await seen()
  console.log(`✓ ${what}`)
}

/** As a colleague does it: be greeted, ask, pick, and look at the answer that came in the place of the question. */
async function journey(page: Page): Promise<void> {
  const sees = (text: string | RegExp) => page.getByText(text).first().waitFor({ timeout: patience })
  const says = async (text: string): Promise<void> => {
    // The second field of this kind on the page is the log.
    const field = page.locator('[contenteditable="true"]').first()
    await field.click()
    await field.pressSequentially(text)
    await page.keyboard.press('Enter')
  }
  await step('is welcomed, by what says that it is automatic', () => sees(/automated assistant|automatische assistent/))
  await says('mijn pas is kwijt')
  await step('asks, and gets a card with a question', () => sees('Bedoel je je Belgische kaart'))
  await page.getByRole('button', { name: 'Reispas' }).click()
  await step('picks, and the answer comes in the place of the question', () =>
    sees(/afspraken\.gent\.be \(|\(afspraken\.gent\.be\)/),
  )
  await step('the question is gone', async () => {
    if ((await page.getByText('Bedoel je je Belgische kaart').count()) > 0) throw new Error('it is still there')
  })
  await says('wat kost een rijbewijs?')
  await step('asks again, and gets an answer with its source', () => sees(/Bron: |Source: /))
}

async function main(stay: boolean): Promise<void> {
  const browserPath = findChromium()
  if (!existsSync(client)) return console.log('Not run: npm ci --prefix bench/playground installs the client.')
  if (!browserPath) return console.log(`Not run: ${howToGetChromium}.`)
  const dataDir = mkdtempSync(join(tmpdir(), 'loketwijzer-playground-'))
  const proxy = await openProxy()
  const [worker, playground] = [await freePort(), await freePort()]
  try {
    const variables = { ...proxy.variables(`localhost:${playground}`), PORT: String(worker), DATA_DIR: dataDir }
    run('src/cli/start.ts', [], variables)
    await until(`http://127.0.0.1:${worker}/health`)
    proxy.forwardTo(`http://127.0.0.1:${worker}`)
    const options = ['start', '-e', proxy.endpoint, '-c', 'msteams', '-p', String(playground), '--disable-telemetry']
    run(client, options, { BROWSER: 'none' })
    await until(`http://localhost:${playground}/`)
    if (stay) {
      console.log(`Open http://localhost:${playground}/ and stop with Ctrl-C.`)
      await new Promise(() => {})
    }
    const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] })
    const page = await browser.newPage({ viewport: { width: 1400, height: 1000 } })
    await page.goto(`http://localhost:${playground}/`)
    await journey(page).finally(() => browser.close())
    const refused = proxy.passed.filter(({ status }) => status !== 200)
    if (refused.length > 0) throw new Error(`refused: ${JSON.stringify(refused)}`)
    console.log(`${proxy.passed.length} activities, each signed, none refused`)
  } finally {
    for (const child of running) child.kill()
    await proxy.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

await main(process.argv.includes('--stay'))
process.exit()
