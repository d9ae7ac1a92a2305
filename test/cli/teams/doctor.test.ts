import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { beforeEach, describe, expect, test } from 'vitest'
import { examine } from '../../../src/cli/teams/examine.ts'
import { fillManifest } from '../../../src/cli/teams/manifest.ts'
import { zipPackage } from '../../../src/cli/teams/package.ts'
import { drawPng } from '../../../src/cli/teams/png.ts'
import { answering, type Project, projectFolder } from '../project.ts'

/** Set-ups with one thing wrong, and the one sentence that says so. */

const sound = {
  TEAMS_APP_ID: 'c0ffee00-0000-4000-8000-000000000000',
  TEAMS_APP_PASSWORD: 'abc8Q~a-secret-of-nobody',
  TEAMS_TENANT_ID: '5f0c0000-0000-4000-8000-00000000beef',
  PUBLIC_URL: 'https://wijzer.stad.example',
}
const archive = (root: string): string => join(root, '.generated/loketwijzer-teams.zip')

let project: Project
beforeEach(() => {
  project = projectFolder()
  writeFileSync(archive(project.root), soundPackage)
})

const packageFor = (publicUrl: string): Uint8Array =>
  zipPackage(fillManifest(process.cwd(), { appId: sound.TEAMS_APP_ID, publicUrl, city: null }))
const soundPackage = packageFor(sound.PUBLIC_URL)

const offline = (variables: Record<string, string>): Promise<string[]> => examine(project.root, variables, true)

/** Changes files of the package; null takes one out. */
function repack(change: Record<string, Uint8Array<ArrayBuffer> | ((old: string) => string) | null>): void {
  const files = unzipSync(readFileSync(archive(project.root)))
  for (const [name, to] of Object.entries(change)) {
    if (to === null) delete files[name]
    else files[name] = typeof to === 'function' ? strToU8(to(new TextDecoder().decode(files[name]))) : to
  }
  writeFileSync(archive(project.root), zipSync(files))
}

const square = (size: number, opacity = 255) => new Uint8Array(drawPng(size, () => [255, 255, 255, opacity]))

test('a sound set-up has no faults, and the command says so', async () => {
  expect(await project.run('teams-doctor.ts', sound, '--offline')).toEqual({
    code: 0,
    lines: ['✓ Nothing is wrong that can be seen without the network.'],
  })
})

test('faults end the command with 1, a line each', async () => {
  const { code, lines } = await project.run('teams-doctor.ts', { ...sound, TEAMS_CITY: 'atlantis' }, '--offline')
  expect([code, lines]).toEqual([1, [expect.stringMatching(/^✗ TEAMS_CITY: there is no city "atlantis"/)]])
})

describe('a fault in the variables', () => {
  test.each<[string, Record<string, string>, RegExp]>([
    ['no app id', { TEAMS_APP_ID: '' }, /^TEAMS_APP_ID: it is not set/],
    ['a name for the app id', { TEAMS_APP_ID: 'loketwijzer-bot' }, /^TEAMS_APP_ID: it is no GUID/],
    [
      'the tenant for the app id',
      { TEAMS_APP_ID: sound.TEAMS_TENANT_ID },
      /^TEAMS_APP_ID: it is the same as TEAMS_TENANT_ID/,
    ],
    ['no secret', { TEAMS_APP_PASSWORD: '' }, /^TEAMS_APP_PASSWORD: it is not set/],
    [
      'the id of the secret',
      { TEAMS_APP_PASSWORD: sound.TEAMS_APP_ID },
      /^TEAMS_APP_PASSWORD: it is the id of a secret/,
    ],
    ['no tenant', { TEAMS_TENANT_ID: '' }, /^TEAMS_TENANT_ID: it is not set/],
    ['a domain for the tenant', { TEAMS_TENANT_ID: 'stad.onmicrosoft.com' }, /^TEAMS_TENANT_ID: it is no GUID/],
    ['no address', { PUBLIC_URL: '' }, /^PUBLIC_URL: it is not set/],
    ['http', { PUBLIC_URL: 'http://wijzer.stad.example' }, /^PUBLIC_URL: it is not https/],
    ['this machine', { PUBLIC_URL: 'https://localhost' }, /^PUBLIC_URL: it is an address of this machine/],
    ['a port', { PUBLIC_URL: 'https://wijzer.stad.example:8443' }, /^PUBLIC_URL: it has a port/],
    ['a city that is not there', { TEAMS_CITY: 'atlantis' }, /^TEAMS_CITY: there is no city "atlantis"/],
    [
      'a host for our token',
      { TEAMS_SERVICE_HOSTS: 'smba.trafficmanager.net,evil.example' },
      /^TEAMS_SERVICE_HOSTS: it lets our token go to evil\.example/,
    ],
  ])('%s', async (_, wrong, sentence) => {
    const lines = await offline({ ...sound, ...wrong })
    expect(lines.filter((line) => sentence.test(line))).toHaveLength(1)
    // What else is told follows from it: the package was made for the right one.
    expect(lines.filter((line) => !sentence.test(line) && !/manifest\.json/.test(line))).toEqual([])
  })

  test('a secret is never shown', async () => {
    const lines = await offline({ ...sound, TEAMS_APP_PASSWORD: sound.TEAMS_APP_ID, TEAMS_APP_ID: '' })
    expect(lines.join()).not.toContain(sound.TEAMS_APP_ID)
  })
})

describe('a fault in the package', () => {
  const json = (change: (manifest: Record<string, unknown>) => object) => ({
    'manifest.json': (old: string): string => JSON.stringify(change(JSON.parse(old))),
  })
  const other = 'c0ffee00-0000-4000-8000-000000000001'

  test.each<[string, () => Parameters<typeof repack>[0], RegExp]>([
    ['no manifest', () => ({ 'manifest.json': null }), /manifest\.json is missing from the package or is no JSON/],
    [
      'half a manifest',
      () => ({ 'manifest.json': (old) => old.slice(0, 40) }),
      /manifest\.json is missing from the package or is no JSON/,
    ],
    [
      'a word that the schema does not know',
      () => json((one) => ({ ...one, bots2: [] })),
      /breaks Microsoft's schema: .*bots2/,
    ],
    [
      'a name of 40 letters',
      () => json((one) => ({ ...one, name: { short: 'a'.repeat(40), full: 'a' } })),
      /breaks Microsoft's schema: \/name\/short/,
    ],
    [
      'another bot',
      () => json((one) => ({ ...one, bots: [{ ...(one.bots as object[])[0], botId: other }] })),
      /names another bot than TEAMS_APP_ID/,
    ],
    ['no bot', () => json(({ bots: _, ...rest }) => rest), /holds no bot/],
    ['no search', () => json(({ composeExtensions: _, ...rest }) => rest), /lacks the search command/],
    [
      'the host left out',
      () => json((one) => ({ ...one, validDomains: [] })),
      /validDomains in manifest\.json lacks wijzer\.stad\.example/,
    ],
    [
      'a pattern for a host',
      () => json((one) => ({ ...one, validDomains: ['wijzer.stad.example', '*.stad.example'] })),
      /validDomains in manifest\.json holds a pattern/,
    ],
    ['permissions', () => json((one) => ({ ...one, permissions: ['identity'] })), /asks for permissions \(identity\)/],
    ['no colour icon', () => ({ 'color.png': null }), /color\.png is missing/],
    [
      'an icon that is no PNG',
      () => ({ 'color.png': strToU8('GIF89a') }),
      /color\.png is missing from the package or is no PNG/,
    ],
    [
      'a small colour icon',
      () => ({ 'color.png': square(96) }),
      /color\.png measures 96 by 96 pixels; Teams wants 192 by 192/,
    ],
    [
      'a large outline',
      () => ({ 'outline.png': square(64, 0) }),
      /outline\.png measures 64 by 64 pixels; Teams wants 32 by 32/,
    ],
    ['an outline on a ground', () => ({ 'outline.png': square(32) }), /outline\.png has no transparent ground/],
  ])('%s', async (_, change, sentence) => {
    repack(change())
    const lines = await offline(sound)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(sentence)
  })

  test('no package', async () => {
    const lines = await examine(projectFolder().root, sound, true)
    expect(lines).toEqual(['There is no .generated/loketwijzer-teams.zip; make it with npm run teams:package.'])
  })

  test('a file that is no zip', async () => {
    writeFileSync(archive(project.root), 'PK no')
    expect(await offline(sound)).toEqual(['The package is no zip file; make it again with npm run teams:package.'])
  })
})

describe('a fault that only the network can tell', () => {
  const healthy = { status: 200, body: { problems: [], adapters: { teams: { receives: true } } } }
  const usual = { '/token': { status: 200, body: {} }, '/health': healthy, '/api/messages': { status: 401 } }
  const refused = (code: string) => ({ status: 400, body: { error_description: `${code}: no.` } })

  async function online(given: Record<string, { status: number; body?: unknown }>): Promise<string[]> {
    const base = await answering({ ...usual, ...given })
    const host = new URL(base).host
    repack({ 'manifest.json': (old) => old.replace(/"validDomains": \[[^\]]*\]/, `"validDomains": ["${host}"]`) })
    const variables = { ...sound, PUBLIC_URL: base, TEAMS_TOKEN_URL: `${base}/token`, LOCAL_RUN: '1' }
    return examine(project.root, variables, false)
  }

  test('none', async () => {
    expect(await online({})).toEqual([])
  })

  test.each<[string, Record<string, { status: number; body?: unknown }>, RegExp]>([
    ['a wrong secret', { '/token': refused('AADSTS7000215') }, /TEAMS_APP_PASSWORD: Entra says that it is wrong/],
    ['an expired secret', { '/token': refused('AADSTS7000222') }, /TEAMS_APP_PASSWORD: Entra says that it has expired/],
    ['an app of another tenant', { '/token': refused('AADSTS700016') }, /TEAMS_APP_ID: this tenant knows no such app/],
    ['a tenant that is not there', { '/token': refused('AADSTS90002') }, /TEAMS_TENANT_ID: Entra knows no such tenant/],
    ['another refusal', { '/token': refused('AADSTS1') }, /TEAMS_APP_PASSWORD: Entra gives no token \(400, AADSTS1\)/],
    [
      'nothing of ours at the address',
      { '/health': { status: 200, body: '<html>' } },
      /PUBLIC_URL: nothing of ours answers/,
    ],
    [
      'a Worker with a problem',
      { '/health': { status: 503, body: { problems: ['X: wrong'] } } },
      /The Worker refuses to work: X: wrong/,
    ],
    [
      'a Worker without the registration',
      { '/health': { status: 200, body: { adapters: { teams: { receives: false } } } } },
      /has not got the registration/,
    ],
    [
      'a gate before it',
      { '/api/messages': { status: 302 } },
      /answers 302 to a message without a token, instead of 401/,
    ],
  ])('%s', async (_, given, sentence) => {
    const lines = await online(given)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(sentence)
  })
})
