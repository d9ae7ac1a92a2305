import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listen } from '../../fixtures/listen.ts'
import { projectFolder, type Told } from '../project.ts'
import { element, home, page, pinned, right, script, wrong } from './pages.ts'

/** Given who looks after a city's website, when they ask what to paste, or whether a page is right. */

const site = 'https://www.stad.example'
const variables = { PUBLIC_URL: home, WIDGET_ORIGINS: site }
const embed = (...options: string[]): Promise<Told> => projectFolder().run('embed.ts', variables, ...options)

/** Checks pages that lie in files; each line begins with a sign and the name of the file. */
function check(pages: Record<string, string>, ...options: string[]): Promise<Told> {
  const project = projectFolder()
  for (const [name, html] of Object.entries(pages)) writeFileSync(join(project.root, name), html)
  return project.run('embed.ts', variables, 'gent', ...Object.keys(pages), ...options)
}

it('prints both tags, the policy, the checksum and which sites are let in', async () => {
  const { code, lines } = await embed('gent')
  const text = lines.join('\n')
  expect(code).toBe(0)
  for (const part of [script, `<loket-wijzer city="gent"><a href="${home}/gent">`, pinned.integrity, pinned.name, site])
    expect(text).toContain(part)
  expect(text).toContain(`script-src ${home}`)
  expect(text).toContain(`connect-src ${home}`)
})

it('names the cities when there is no such one', async () => {
  const { code, lines } = await embed('atlantis')
  expect([code, lines.join()]).toEqual([1, expect.stringContaining('gent')])
})

describe('a page', () => {
  it('that is right is told so, in every way of being right', async () => {
    const { code, lines } = await check(right, '--origin', site)
    expect(lines.map((line) => line.split(':')[0])).toEqual(Object.keys(right).map((name) => `✓ ${name}`))
    expect(code).toBe(0)
  })

  it('that is wrong in one way is told that, and nothing else', async () => {
    const pages = Object.fromEntries(Object.entries(wrong).map(([name, [html]]) => [name, html]))
    const { code, lines } = await check(pages, '--origin', site)
    expect(lines).toEqual(
      Object.entries(wrong).map(([name, [, told]]) =>
        expect.stringMatching(new RegExp(`^✗ ${name}: .*${told.source}`)),
      ),
    )
    expect(code).toBe(1)
  })

  it('of a site that is not on the list is told so', async () => {
    const other = await check({ 'a.html': page(script, element) }, '--origin', 'https://elders.example')
    expect([other.code, other.lines]).toEqual([1, [expect.stringMatching(/elders.example staat niet op onze lijst/)]])
    const unknown = await check({ 'a.html': page(script, element) })
    expect([unknown.code, unknown.lines[0]]).toEqual([0, expect.stringContaining('--origin')])
  })

  it('on the web is read with the policy that it comes with', async () => {
    const headers = { 'content-type': 'text/html', 'content-security-policy': "script-src 'self'" }
    const web = await listen(() => new Response(page(script, element), { headers }))
    const project = projectFolder()
    const { code, lines } = await project.run(
      'embed.ts',
      { ...variables, WIDGET_ORIGINS: web.origin },
      'gent',
      web.origin,
    )
    expect([code, lines]).toEqual([1, [expect.stringMatching(/houdt het script tegen/)]])
    await web.close()
    expect((await embed('gent', web.origin)).lines).toEqual([`${web.origin} antwoordt niet.`])
  })
})
