import { describe, expect, it } from 'vitest'
import { isMade } from '../../src/core/storage.ts'
import { createApp } from '../../src/http/app.ts'
import { attributes, post, wordsOf } from '../fixtures/form.ts'
import { objectsOf, partsFixture, worldFixture } from '../fixtures/world.ts'

/** The page as a browser without script uses it: what stands in its form goes back. */
const city = Object.keys(worldFixture().catalogue.cities)[0] ?? ''
const question = 'Ik ben verhuisd, wat moet ik doen?'

function scene() {
  const parts = partsFixture()
  const app = createApp(parts)
  const threadIn = (html: string): string =>
    /name="thread" value="([^"]+)"/.exec(html.slice(html.indexOf('class="ask"')))?.[1] ?? ''
  return {
    app,
    threadIn,
    open: async () => threadIn(await (await app.request(`/${city}`)).text()),
    send: async (fields: Record<string, string>) => (await post(app, `/${city}`, { lang: 'nl', ...fields })).text(),
    judged: () =>
      [...objectsOf(parts).storages.values()]
        .filter(({ sql }) => isMade(sql))
        .flatMap(({ database }) => database.prepare('SELECT value, comment FROM feedback').all())
        .map((row) => ({ ...row })),
    said: () =>
      [...objectsOf(parts).storages.values()]
        .filter(({ sql }) => isMade(sql))
        .flatMap(({ database }) => database.prepare('SELECT id FROM inbox WHERE seq IS NOT NULL').all()),
  }
}

describe('a page without script', () => {
  it('sends once, however often its answer is loaded again, and shows the same', async () => {
    const { open, send, said } = scene()
    const thread = await open()
    const once = await send({ question, thread })
    const again = await send({ question, thread })
    expect(said()).toHaveLength(1)
    const answerOf = (html: string): string => wordsOf(html.slice(html.indexOf('<article'), html.indexOf('</article>')))
    expect(answerOf(again)).toBe(answerOf(once))
  })

  it('goes on with the same conversation', async () => {
    const { open, send, said, threadIn } = scene()
    const first = await send({ question, thread: await open() })
    const thread = threadIn(first)
    await send({ question: 'En wat kost dat?', thread })
    await send({ question: 'En wat kost dat?', thread })
    expect(said()).toHaveLength(2)
    const all = await send({ act: 'export', thread })
    expect(all).toContain(question)
    expect(all).toContain('En wat kost dat?')
  })

  it('takes another question from the same form as another message', async () => {
    const { open, send, said } = scene()
    const thread = await open()
    await send({ question, thread })
    await send({ question: 'Waar vraag ik een rijbewijs aan?', thread })
    expect(said()).toHaveLength(2)
  })

  it('erases the conversation when it is asked to', async () => {
    const { open, send, said, threadIn } = scene()
    const thread = threadIn(await send({ question, thread: await open() }))
    expect(await send({ act: 'erase', thread })).toContain('gewist')
    expect(said()).toEqual([])
    expect(await send({ act: 'export', thread })).not.toContain(question)
  })

  it('takes what somebody thinks of an answer, and why', async () => {
    const { open, send, threadIn, judged } = scene()
    const html = await send({ question, thread: await open() })
    expect(html).toContain('value="right"')
    expect(await send({ act: 'wrong', question: 'het uur klopt niet', thread: threadIn(html) })).toContain('Bedankt')
    expect(judged()).toEqual([{ value: -1, comment: 'het uur klopt niet' }])
    await send({ act: 'right', thread: threadIn(html) })
    expect(judged()).toEqual([{ value: 1, comment: null }])
  })

  it('asks for a person, and says how that stands once, however often it is loaded', async () => {
    const { open, send, threadIn } = scene()
    const thread = threadIn(await send({ question, thread: await open() }))
    const once = await send({ act: 'human', thread })
    expect(once).toContain('geen medewerker')
    expect((await send({ act: 'human', thread })).split('geen medewerker')).toHaveLength(
      once.split('geen medewerker').length,
    )
    expect(await send({ question: 'Waar vraag ik een rijbewijs aan?', thread: threadIn(once) })).toContain(
      'class="ways"',
    )
  })

  it('may be kept by nobody, since it holds a token of its own', async () => {
    const { app, open } = scene()
    expect((await app.request(`/${city}`)).headers.get('cache-control')).toBe('no-store')
    expect(await open()).not.toBe(await open())
  })

  it('never puts its token in an address', async () => {
    const { open, send, threadIn } = scene()
    const html = await send({ question, thread: await open() })
    const [token = ''] = threadIn(html).split('.')
    expect(token).toHaveLength(43)
    expect([...attributes(html, 'href'), ...attributes(html, 'action')].join()).not.toContain(token)
  })

  it.each(['', 'x', 'a.b', `${'A'.repeat(43)}.`, '../..'])(
    'answers all the same to a thread that is none: %j',
    async (thread) => {
      const { send, said } = scene()
      expect(await send({ question, thread })).toContain('class="ways"')
      expect(said()).toEqual([])
    },
  )

  it('answers when nothing can be kept', async () => {
    const broken = { visit: () => Promise.reject(new Error('away')) } as never
    const app = createApp(partsFixture({ conversations: broken }))
    const thread = `${'A'.repeat(43)}.${'b'.repeat(16)}`
    const response = await post(app, `/${city}`, { question, lang: 'nl', thread })
    expect(response.status).toBe(200)
    expect(await response.text()).toContain('class="ways"')
  })
})
