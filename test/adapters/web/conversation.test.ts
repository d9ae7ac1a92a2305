import { describe, expect, it } from 'vitest'
import { citizenOnTheWeb } from '../../fixtures/web.ts'
import { appFixture } from '../../fixtures/world.ts'

const question = 'Ik ben verhuisd, wat moet ik doen?'

describe('a conversation on the web', () => {
  it('begins with a greeting that says what we are', async () => {
    const { session } = await citizenOnTheWeb(appFixture(), 'gent')
    expect(session).toMatchObject({ seq: 0, notice: { automated: true, retentionDays: 30 } })
    expect(session.messages).toHaveLength(1)
    expect(session.messages[0]).toMatchObject({ seq: 0, id: 'm_0', from: 'bot' })
    expect(session.messages[0]?.text).toContain('automatische assistent')
  })

  it('answers in the answer to the message, and numbers without gaps', async () => {
    const citizen = await citizenOnTheWeb(appFixture(), 'gent')
    const { seq, duplicate, messages } = await citizen.say(question)
    expect({ seq, duplicate }).toEqual({ seq: 1, duplicate: false })
    expect(messages.map(({ seq, outcome }) => ({ seq, outcome }))).toEqual([
      { seq: 2, outcome: expect.stringMatching(/^answered/) },
    ])
    expect(messages[0]?.text).not.toContain('automatische assistent')
    expect((await citizen.say('en in het weekend?')).seq).toBe(3)
  })

  it('gives the same replies to the same message, and refuses another one under its id', async () => {
    const citizen = await citizenOnTheWeb(appFixture(), 'gent')
    const once = await citizen.say(question, 'one')
    expect(await citizen.say(question, 'one')).toEqual({ ...once, duplicate: true })
    const other = await citizen.post('/messages', { clientMsgId: 'one', type: 'text', text: 'iets anders' })
    expect(other.status).toBe(409)
    const history = await (await citizen.get('/messages?after=-1')).json()
    expect((history as { messages: unknown[] }).messages).toHaveLength(3)
  })

  it('begun on a page about a service is about that, until something else is asked', async () => {
    const topic = 'gent/huwelijksaangifte'
    const about = async (text: string, body: object): Promise<string | undefined> => {
      const citizen = await citizenOnTheWeb(appFixture(), 'gent', 'nl', body)
      const [reply] = (await citizen.say(text)).messages
      return reply?.blocks.find((block) => block.t === 'service')?.id
    }
    expect(await about('Wat moet ik meebrengen?', { topic })).toBe(topic)
    expect(await about('Wat kost dat?', { topic })).toBe(topic)
    expect(await about('Wat kost dat?', {})).not.toBe(topic)
    expect(await about('Ik wil mijn nieuwe adres doorgeven', { topic })).toBe('gent/adreswijziging')
    for (const unknown of ['gent/bestaat-niet', 'constructor', 'none', 7])
      expect(await about('Ik wil mijn nieuwe adres doorgeven', { topic: unknown })).toBe('gent/adreswijziging')
  })

  it('is closed to who has no token', async () => {
    const app = appFixture()
    for (const authorization of ['', 'Bearer', `Bearer ${'x'.repeat(43)}`]) {
      const response = await app.request('/api/web/v1/messages', { headers: { authorization } })
      expect(response.status).toBe(401)
    }
  })
})
