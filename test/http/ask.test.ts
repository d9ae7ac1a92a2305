import { describe, expect, it } from 'vitest'
import { askOutput } from '../../src/core/ask.ts'
import { appFixture, moment } from '../fixtures/world.ts'

const ask = (body: BodyInit, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
  appFixture().request('/api/v1/ask', { method: 'POST', headers, body })

describe('POST /api/v1/ask', () => {
  it('answers in the shape of the contract', async () => {
    const response = await ask(
      JSON.stringify({ id: 'q1', text: 'mijn identiteitskaart is verlopen', city: 'gent', at: moment }),
    )
    expect(response.status).toBe(200)
    const answer = askOutput().parse(await response.json())
    expect(answer.id).toBe('q1')
    expect(answer.services[0]?.id).toBe('gent/identiteitskaart')
    expect(answer.channels).toEqual(answer.answers[0]?.channels)
  })

  it('gives the same answer to the same question, byte for byte', async () => {
    const body = JSON.stringify({ text: 'ik wil trouwen', city: 'jette', at: moment })
    const [one, two] = [await (await ask(body)).text(), await (await ask(body)).text()]
    expect(one).toBe(two)
  })

  it.each([
    ['an empty text', { text: '', city: 'gent' }, 'text'],
    ['only spaces', { text: '   ', city: 'gent' }, 'text'],
    ['2,001 characters', { text: 'a'.repeat(2001), city: 'gent' }, 'text'],
    ['no text', { city: 'gent' }, 'text'],
    ['an unknown city', { text: 'hallo', city: 'atlantis' }, 'city'],
    ['a name from the prototype as city', { text: 'hallo', city: 'constructor' }, 'city'],
    ['a moment that is none', { text: 'hallo', city: 'gent', at: 'gisteren' }, 'at'],
    ['a language we do not know', { text: 'hallo', city: 'gent', lang: 'xx' }, 'lang'],
  ])('refuses %s and names the field', async (_, question, field) => {
    const response = await ask(JSON.stringify(question))
    expect(response.status).toBe(422)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
    const problem = (await response.json()) as { code: string; detail: string }
    expect(problem.code).toBe('invalid')
    expect(problem.detail).toContain(`${field}:`)
  })

  it('takes exactly 2,000 characters', async () => {
    expect((await ask(JSON.stringify({ text: 'a'.repeat(2000), city: 'gent' }))).status).toBe(200)
  })

  it.each([
    ['broken JSON', '{"text":', 400],
    ['invalid UTF-8', new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]), 400],
    ['a body of 1 MB', `{"text":"${'a'.repeat(1_000_000)}"}`, 413],
  ])('refuses %s and goes on', async (_, body, status) => {
    const response = await ask(body)
    expect(response.status).toBe(status)
    expect(((await response.json()) as { detail: string }).detail).toContain('body:')
    expect((await ask(JSON.stringify({ text: 'hallo', city: 'gent' }))).status).toBe(200)
  })

  it('never repeats what was sent in an error', async () => {
    const response = await ask(JSON.stringify({ text: 'a'.repeat(2001), city: 'geheimwoord' }))
    expect(await response.text()).not.toContain('geheimwoord')
  })
})
