import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { searchCommand } from '../../../adapters/teams/names.ts'
import { isTransparent, sizeOfPng } from '../../../src/cli/teams/png.ts'
import { projectFolder } from '../project.ts'

/** The app package, as an administrator gets it. */

const appId = 'c0ffee00-0000-4000-8000-000000000000'
const variables = { TEAMS_APP_ID: appId, PUBLIC_URL: 'https://wijzer.stad.example', TEAMS_CITY: 'gent' }
const made = (root: string): Uint8Array => readFileSync(join(root, '.generated/loketwijzer-teams.zip'))

test('holds a manifest of our bot, and two icons of the sizes that Teams wants', async () => {
  const project = projectFolder()
  const { code, lines } = await project.run('teams-package.ts', variables)
  expect([code, lines[0]]).toEqual([0, expect.stringContaining('.generated/loketwijzer-teams.zip is made.')])
  const files = unzipSync(made(project.root))
  expect(Object.keys(files)).toEqual(['manifest.json', 'color.png', 'outline.png'])
  expect(sizeOfPng(files['color.png'] ?? new Uint8Array())).toEqual({ width: 192, height: 192 })
  expect(sizeOfPng(files['outline.png'] ?? new Uint8Array())).toEqual({ width: 32, height: 32 })
  expect([
    isTransparent(files['color.png'] ?? new Uint8Array()),
    isTransparent(files['outline.png'] ?? new Uint8Array()),
  ]).toEqual([false, true])
  expect(JSON.parse(new TextDecoder().decode(files['manifest.json']))).toMatchObject({
    id: appId,
    bots: [{ botId: appId, scopes: ['personal', 'team', 'groupChat'] }],
    composeExtensions: [{ botId: appId, commands: [{ id: searchCommand, initialRun: true }] }],
    permissions: [],
    validDomains: ['wijzer.stad.example'],
    developer: { privacyUrl: 'https://wijzer.stad.example/gent/privacy' },
  })
  expect(new TextDecoder().decode(files['manifest.json'])).not.toMatch(/\{\w+\}/)
})

test('is the same again, byte for byte', async () => {
  const [one, other] = [projectFolder(), projectFolder()]
  await Promise.all([one, other].map((project) => project.run('teams-package.ts', variables)))
  expect(Buffer.compare(made(one.root), made(other.root))).toBe(0)
})

test('is not made without an id and an address, and says which', async () => {
  const { code, lines } = await projectFolder().run('teams-package.ts', {})
  expect([code, lines.map((line) => line.split(':')[0])]).toEqual([1, ['TEAMS_APP_ID', 'PUBLIC_URL']])
})
