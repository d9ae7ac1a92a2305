import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { started } from '../fixtures/started.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'

/** A lead publishes a notice with the command, in the Worker that `npm start` runs; citizens are told, also after a restart, and the trail tells who did it. */

const run = promisify(execFile)
const words = 'Het eID-systeem werkt niet.'

const answerAt = async (url: string): Promise<string> => {
  const body = JSON.stringify({ text: 'nieuwe identiteitskaart aanvragen', city: 'gent' })
  const headers = { 'content-type': 'application/json' }
  return (await fetch(`${url}/api/v1/ask`, { method: 'POST', headers, body })).text()
}

test('a notice is told within five seconds, and survives a restart', { timeout: 60_000 }, async () => {
  const folder = temporaryFolder()
  const first = await started({ DATA_DIR: folder })
  expect(await answerAt(first.url)).not.toContain(words)
  const until = new Date(Date.now() + 3_600_000).toISOString()
  const given = [
    '--sign-in',
    first.signInLink,
    '--city',
    'gent',
    '--nl',
    words,
    '--until',
    until,
    '--service',
    'gent/identiteitskaart',
  ]
  const { stdout } = await run(process.execPath, ['src/cli/notice.ts', ...given])
  expect(stdout).toContain('Answers that change: 1 (gent/identiteitskaart)')
  expect(stdout).toContain('Published as')
  await expect.poll(() => answerAt(first.url), { timeout: 5000 }).toContain(words)
  await first.stop()
  const second = await started({ DATA_DIR: folder })
  expect(await answerAt(second.url)).toContain(words)

  const answer = await fetch(second.signInLink, { redirect: 'manual' })
  const [, token = ''] = /desk=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '') ?? []
  const env = { ...process.env, DESK_TOKEN: token }
  const audit = (...further: string[]) =>
    run(process.execPath, ['src/cli/audit.ts', '--url', second.url, '--city', 'gent', ...further], { env })
  const { stdout: trail } = await audit('--lines')
  expect(trail).toContain('notice.publish')
  const [noted = ''] = /1:[0-9a-f]{64}/.exec(trail) ?? []
  await audit('--known', noted)
  await expect(audit('--known', `1:${'0'.repeat(64)}`)).rejects.toThrow('line 1 is not the one that was noted')
})
