import { describe, expect, it } from 'vitest'
import { citizenOnTheWeb } from '../../fixtures/web.ts'
import { appFixture } from '../../fixtures/world.ts'

describe('what a citizen can do with a conversation', () => {
  it('read all of it, with what they thought of it', async () => {
    const citizen = await citizenOnTheWeb(appFixture(), 'gent')
    await citizen.say('Ik ben verhuisd, wat moet ik doen?')
    const opinion = { messageId: 'm_2', value: -1, comment: 'Bel mij op 0470 00 00 01' }
    expect((await citizen.post('/feedback', { ...opinion, value: 1, comment: null })).status).toBe(204)
    expect((await citizen.post('/feedback', opinion)).status).toBe(204)
    const transcript = await (await citizen.get('/transcript')).json()
    expect(transcript).toMatchObject({
      city: 'gent',
      messages: [{ from: 'bot' }, { from: 'citizen', text: 'Ik ben verhuisd, wat moet ik doen?' }, { from: 'bot' }],
      feedback: [{ messageId: 'm_2', value: -1, comment: 'Bel mij op […]' }],
    })
  })

  it.each([
    { messageId: 'm_1', value: 1 },
    { messageId: 'm_99', value: 1 },
  ])('judge only what we said: %j', async (opinion) => {
    const citizen = await citizenOnTheWeb(appFixture(), 'gent')
    await citizen.say('Ik ben verhuisd')
    expect((await citizen.post('/feedback', opinion)).status).toBe(404)
  })

  it('have personal data hidden before anything is kept', async () => {
    const citizen = await citizenOnTheWeb(appFixture(), 'gent')
    const number = '99.01.01-999.87'
    const { messages } = await citizen.say(`Mijn rijksregisternummer is ${number}, ik ben verhuisd`)
    expect(messages[0]?.text).toContain('verborg persoonlijke gegevens')
    const kept = JSON.stringify(await (await citizen.get('/transcript')).json())
    expect(kept).not.toContain(number)
    expect(kept).toContain('[…]')
  })

  it('read it page by page', async () => {
    const citizen = await citizenOnTheWeb(appFixture(), 'gent')
    for (const text of ['Waar is loket 1?', 'Waar is loket 2?']) await citizen.say(text)
    const page = async (query: string): Promise<number[]> =>
      ((await (await citizen.get(`/messages${query}`)).json()) as { messages: { seq: number }[] }).messages.map(
        ({ seq }) => seq,
      )
    expect(await page('')).toEqual([0, 1, 2, 3, 4])
    expect(await page('?after=1&limit=2')).toEqual([2, 3])
    expect(await page('?after=4')).toEqual([])
    for (const query of ['?after=x', '?limit=0', '?limit=201', '?limit=1e2'])
      expect((await citizen.get(`/messages${query}`)).status).toBe(422)
  })

  it('ask for a person, and hear that there is none, with a number to call', async () => {
    const citizen = await citizenOnTheWeb(appFixture(), 'gent')
    const response = await citizen.post('/handoff', { reason: 'user' })
    expect(response.status).toBe(202)
    const { messages, ...standing } = (await response.json()) as { messages: { text: string }[] }
    expect(standing).toMatchObject({ state: 'nobody', openNow: false, nextOpening: null, place: null, callBack: false })
    expect(messages[0]?.text).toMatch(/\d{2} \d{2} \d{2}/)
    expect((await citizen.post('/carry-on', {})).status).toBe(503)
    expect((await citizen.post('/call-back', { number: '0470 11 12 22' })).status).toBe(503)
    expect((await citizen.post('/call-back', { number: '112' })).status).toBe(422)
    expect((await citizen.post('/typing', {})).status).toBe(204)
  })

  it('be helped while typing, without a word of it in an address', async () => {
    const citizen = await citizenOnTheWeb(appFixture(), 'gent')
    const response = await citizen.post('/suggest', { text: 'ident' })
    const { suggestions } = (await response.json()) as { suggestions: { label: string; text: string }[] }
    expect(suggestions.map(({ label }) => label)).toContain('Identiteitskaart')
    expect(suggestions.length).toBeLessThanOrEqual(5)
  })

  it('pick a choice instead of typing', async () => {
    const citizen = await citizenOnTheWeb(appFixture(), 'gent')
    const choice = { clientMsgId: 'x', type: 'choice', messageId: 'm_0', choiceId: 'gent/identiteitskaart' }
    const { messages } = (await (await citizen.post('/messages', choice)).json()) as { messages: { outcome: string }[] }
    expect(messages.map(({ outcome }) => outcome)).toEqual(['answered'])
    const strange = { ...choice, clientMsgId: 'y', choiceId: '../../etc/passwd' }
    expect((await citizen.post('/messages', strange)).status).toBe(200)
  })
})
