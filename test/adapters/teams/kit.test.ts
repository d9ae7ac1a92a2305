import { build } from 'esbuild'
import { describe, expect, test } from 'vitest'
import { application, kit } from '../../../adapters/teams/kit/index.ts'
import { onlyWhatWeUse } from '../../../src/cli/kit/only-what-we-use.ts'
import { filesBelow } from '../../fixtures/files.ts'

/** Of Microsoft's kits only what we use is there, and nothing that is left out can be called unnoticed. */

const bundled = (contents: string) =>
  build({
    stdin: { contents, resolveDir: process.cwd() },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['main'],
    external: ['zod'],
    logLevel: 'silent',
    plugins: [onlyWhatWeUse()],
  })

describe('what comes in', () => {
  test('is what is on the list', async () => {
    const { outputFiles } = await bundled("export * from '@microsoft/teams-ai/lib/Application.js'")
    expect(outputFiles[0]?.text).not.toMatch(/axios|msal|openai|jsonwebtoken|node:/)
  })

  test.each([
    [
      'another file of a kit',
      "export * from '@microsoft/teams-ai/lib/AI.js'",
      /teams-ai\/lib\/AI\.js is not on the lists/,
    ],
    ['a whole kit', "export * from '@microsoft/teams-ai'", /is not on the lists/],
    ['another package', "export * from 'minisearch'", /minisearch.* is not on the lists/],
    ['a client of Azure', "export * from 'botbuilder-core/lib/cloudAdapterBase.js'", /is not on the lists/],
  ])('%s stops the build', async (_, contents, reason) => {
    await expect(bundled(contents)).rejects.toThrow(reason)
  })
})

describe('what is left out', () => {
  test.each([
    ['language models', { ai: {} }, 'AI is left out of this build'],
    ['sign-in', { authentication: { settings: {} } }, 'AuthenticationManager is left out of this build'],
  ])('%s: whoever asks for it is told at once', (_, options, reason) => {
    const { Application } = kit()
    expect(() => new Application(options as never)).toThrow(reason)
  })

  test('our application never asks for it', () => {
    const { options } = application() as unknown as { options: object }
    expect(Object.keys(options).sort()).toEqual([
      'longRunningMessages',
      'removeRecipientMention',
      'startTypingTimer',
      'turnStateFactory',
    ])
  })

  test('only the folder of the kit imports the kits; elsewhere they are types', () => {
    const kits =
      /^import (?!type ).*from '(@microsoft\/teams-ai|botbuilder|botframework)|^(import|export) (?!type ).*from '[^']*\.generated\/kit\.js'/m
    const found = filesBelow('src', 'adapters')
      .filter(({ path, text }) => /\.ts$/.test(path) && !path.endsWith('.d.ts') && kits.test(text))
      .map(({ path }) => path)
    expect(found).toEqual(['adapters/teams/kit/index.ts'])
  })
})
