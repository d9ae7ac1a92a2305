import { afterAll, describe, expect, it, vi } from 'vitest'
import { answerOne } from '../../src/cli/ask/one.ts'
import { assistantWith } from '../../src/dialogue/assistant.ts'
import { asked, traces } from '../fixtures/address-canaries.ts'
import { appFixture, moment, worldFixture } from '../fixtures/world.ts'

const logged = (['log', 'info', 'warn', 'error', 'debug'] as const).map((level) =>
  vi.spyOn(console, level).mockImplementation(() => undefined),
)
afterAll(() => {
  for (const spy of logged) spy.mockRestore()
})

const post = (path: string, body: string, type: string): Response | Promise<Response> =>
  appFixture().request(path, { method: 'POST', headers: { 'content-type': type }, body })

describe('a street and number leave no trace', () => {
  it('in what the API answers', async () => {
    for (const question of asked) {
      const response = await post('/api/v1/ask', JSON.stringify(question), 'application/json')
      expect(response.status).toBe(200)
      expect(await response.text()).not.toMatch(traces)
    }
  })

  it('on the page, which repeats the question', async () => {
    for (const { city, text } of asked.filter(({ city }) => city !== null)) {
      const response = await post(
        `/${city}`,
        new URLSearchParams({ question: text }).toString(),
        'application/x-www-form-urlencoded',
      )
      expect(response.status).toBe(200)
      const page = await response.text()
      expect(page).toContain('[⌂]')
      expect(page).not.toMatch(traces)
    }
  })

  it('in what a conversation remembers', () => {
    const assistant = assistantWith(worldFixture(), () => moment)
    for (const { city, text } of asked) {
      const { output, memory } = assistant.talk({ said: { text }, city, lang: null, at: moment }, null)
      expect(JSON.stringify([output, memory])).not.toMatch(traces)
    }
  })

  it('in what the command line prints, also when the question is refused', () => {
    const assistant = assistantWith(worldFixture(), () => moment)
    const known = Object.keys(worldFixture().catalogue.cities)
    const [{ text } = { text: '' }] = asked
    expect(JSON.stringify(answerOne({ text, city: 'gent' }, assistant, known))).not.toMatch(traces)
    expect(JSON.stringify(answerOne({ text, city: 'nergens', at: text }, assistant, known))).not.toMatch(traces)
  })

  it('in what is logged', () => {
    expect(JSON.stringify(logged.flatMap((spy) => spy.mock.calls))).not.toMatch(traces)
  })

  it('while the district beside it is kept', async () => {
    const response = await post(
      '/api/v1/ask',
      JSON.stringify({ text: asked[0]?.text, city: 'gent' }),
      'application/json',
    )
    expect(await response.json()).toMatchObject({ district: 'ledeberg' })
  })
})
