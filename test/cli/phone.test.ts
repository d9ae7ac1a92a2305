import { spawn } from 'node:child_process'
import { expect, test } from 'vitest'
import { readSettings, secrets } from '../../src/cli/phone/settings.ts'
import { freePort } from '../fixtures/free-port.ts'
import { started } from '../fixtures/started.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'

const number = '770011223344556'

/** A Worker that was started with the line that the phone prints. */
async function worker(graphPort: number): Promise<string> {
  const { url } = await started({
    WHATSAPP_APP_SECRET: secrets.appSecret,
    WHATSAPP_VERIFY_TOKEN: secrets.verifyToken,
    WHATSAPP_ACCESS_TOKEN: secrets.accessToken,
    WHATSAPP_NUMBERS: `${number}=gent`,
    WHATSAPP_GRAPH_URL: `http://127.0.0.1:${graphPort}/v26.0`,
    DATA_DIR: temporaryFolder(),
  })
  return url
}

/** Types lines into a phone, and gives back what stands on its screen. */
function typing(url: string, graphPort: number, lines: string[], ...options: string[]): Promise<string> {
  const given = ['--city', 'gent', '--worker', url, '--graph-port', String(graphPort), ...options]
  const child = spawn(process.execPath, ['src/cli/phone.ts', ...given], { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.end(lines.map((line) => `${line}\n`).join(''))
  let screen = ''
  child.stdout.on('data', (chunk) => {
    screen += chunk
  })
  return new Promise((resolve) => child.once('exit', () => resolve(screen)))
}

/** How often words stand on a screen. */
const times = (screen: string, words: string): number => screen.split(words).length - 1

test('a citizen asks, taps, sends a photo, and is answered once whatever Meta does', { timeout: 120_000 }, async () => {
  const graphPort = await freePort()
  const url = await worker(graphPort)

  const first = await typing(url, graphPort, ['mijn pas is kwijt', '/1', '/like'])
  expect(first).toContain(`WHATSAPP_NUMBERS=${number}=gent`)
  expect(times(first, 'automatische assistent')).toBe(1)
  expect(first).toMatch(/▢ \S+ {3}\/1/)
  expect(first).toContain('✓✓ read')
  expect(first).toContain('Identiteit en Adres')
  expect(times(first, 'Bedoel je')).toBe(1)

  const twice = await typing(url, graphPort, ['Hoe vraag ik een reispas aan?'], '--from', '32470000002', '--duplicate')
  expect(times(twice, 'Bron:')).toBe(1)

  const several = ['Hoe vraag ik een reispas aan?', 'Ik ben verhuisd', '']
  const batch = await typing(url, graphPort, [...several, '/quit'], '--from', '32470000003', '--batch')
  expect(times(batch, 'Bron:')).toBeGreaterThan(0)

  const photo = await typing(url, graphPort, ['een put in de weg'], '--from', '32470000004', '--image')
  expect(photo).toContain('Ik kan alleen tekst lezen')

  const late = await typing(url, graphPort, ['Hoe vraag ik een reispas aan?'], '--from', '32470000005', '--late')
  expect(late).toContain('no answer came')
  expect(late).not.toContain('│')

  const hidden = await typing(
    url,
    graphPort,
    ['Ik ben verhuisd'],
    '--from',
    '32470000006',
    '--username',
    '--fail',
    'busy',
  )
  expect(hidden).toContain('not sent on purpose: 131000')
  expect(times(hidden, 'Bron:')).toBe(1)
})

test('it says what it does not know, and which option that was', async () => {
  const child = spawn(process.execPath, ['src/cli/phone.ts', '--fail', 'earthquake'])
  let told = ''
  child.stderr.on('data', (chunk) => {
    told += chunk
  })
  expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(2)
  expect(told).toContain('--fail: "earthquake" is not one of window, undeliverable,')
  for (const options of [['--city', 'atlantis'], ['--from', 'noor'], ['--worker', 'nowhere'], ['--nonsense']]) {
    expect(() => readSettings(options, {}, ['gent'])).toThrow(options[0])
  }
})
