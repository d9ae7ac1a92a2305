import { beforeEach, describe, expect, test } from 'vitest'
import { shownOf } from '../../../adapters/teams/cards/shown.ts'
import { event, inChannel, invoke, type Json, message, pick, search, thumb } from './activities.ts'
import { type House, openHouse } from './house.ts'
import { appId, tenantId } from './signer.ts'

/** Somebody in Teams, through the front door: what they send, and what they see. */

let house: House
beforeEach(async () => {
  house = await openHouse()
})

type Card = { body: never[]; actions?: Json[] }
const cardOf = (activity: Json | undefined): Card =>
  (activity as { attachments: [{ content: Card }] }).attachments[0].content
const shown = (activity: Json | undefined): string =>
  typeof activity?.text === 'string' ? activity.text : shownOf(cardOf(activity).body)
const text = (response: Response): Promise<string> => response.text()

describe('what somebody in Teams may ask of their own data', () => {
  test('all of it is shown to them alone', async () => {
    await house.tell(message('ik ben verhuisd'))
    await house.outgoing()
    await house.tell(message('Geef mijn gegevens', { id: 'b' }))
    const [head, all] = await house.outgoing()
    expect(shown(head)).toContain('Stuur dan: wis mijn gegevens')
    expect(shown(all)).toContain('ik ben verhuisd')
    await house.tell(inChannel('geef mijn gegevens'))
    const [refused, ...more] = await house.outgoing()
    expect(shown(refused)).toContain('Anderen lezen hier mee')
    expect(more).toEqual([])
  })

  test('all of it goes after one last message', async () => {
    await house.tell(message('ik ben verhuisd'))
    await house.outgoing()
    await house.tell(message('wis mijn gegevens', { id: 'b' }))
    const [last] = await house.outgoing()
    expect(shown(last)).toContain('Ik wis dit gesprek nu')
    expect(await house.outgoing()).toEqual([])
    expect(await house.messages()).toEqual([])
  })
})

describe('a question', () => {
  test('gets an empty 200 at once, and its answer afterwards, in its own conversation', async () => {
    const response = await house.tell(message('mijn identiteitskaart is verlopen'))
    expect([response.status, await text(response)]).toEqual([200, ''])
    const [answer, ...more] = await house.outgoing()
    expect(more).toEqual([])
    expect(shown(answer)).toContain('Maak een afspraak bij de afdeling Identiteit en Adres')
    expect(shown(answer)).toContain('Ik ben een automatische assistent, geen mens.')
    expect(answer).toMatchObject({ type: 'message', replyToId: '1795250000123', locale: 'nl' })
    expect(house.far.sent[0]?.url).toContain('/v3/conversations/a%3A1TestOpaqueConversation/activities')
  })

  test('that comes again is answered once', async () => {
    for (let times = 0; times < 5; times += 1) await house.tell(message('ik ben verhuisd'))
    expect(await house.outgoing()).toHaveLength(1)
  })

  test('that is refused at the door leaves nothing behind', async () => {
    const response = await house.app.request('/api/messages', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer x.y.z' },
      body: JSON.stringify(message('dag')),
    })
    expect(response.status).toBe(401)
    expect([...house.objects.storages.keys()]).toEqual([])
  })

  test('with personal data is kept without it', async () => {
    await house.tell(message('mijn rijksregisternummer is 70.06.15-000.92, ik ben verhuisd'))
    expect(JSON.stringify(await house.messages())).not.toContain('000.92')
  })

  test('in danger is answered in plain text, with the number first and no thumbs', async () => {
    await house.tell(message('ik wil niet meer leven'))
    const [answer] = await house.outgoing()
    expect(answer).toMatchObject({ textFormat: 'plain' })
    expect(shown(answer)).toMatch(/^Bel meteen 112/)
    expect(JSON.stringify(answer)).not.toContain('feedbackLoop')
  })
})

describe('a thread of several people', () => {
  test('keeps what each said apart', async () => {
    await house.tell(inChannel('mijn pas is kwijt', { id: '1', from: { id: '29:lotte' } }))
    await house.tell(inChannel('2', { id: '2', from: { id: '29:jan' } }))
    const [asked, other] = await house.outgoing()
    expect(shown(asked)).toContain('Bedoel je')
    // Jan was offered nothing, so his number picks nothing of what Lotte was offered.
    expect(shown(other)).not.toMatch(/reispas/i)
    expect(house.objects.storages.size).toBe(2)
  })

  test('is answered in that thread', async () => {
    await house.tell(inChannel('ik ben verhuisd'))
    await house.outgoing()
    expect(house.far.sent[0]?.url).toContain('19%3Aabc%40thread.tacv2%3Bmessageid%3D1795250000123')
  })

  test('is left in peace when nobody calls us', async () => {
    await house.tell(inChannel('', { text: 'onder ons gezegd', entities: [] }))
    expect(await house.outgoing()).toEqual([])
  })
})

describe('being added', () => {
  const both: Json[] = [
    event('installationUpdate', { action: 'add' }),
    event('conversationUpdate', { membersAdded: [{ id: `28:${appId}` }] }),
  ]

  test.each([[both], [both.toReversed()]])('is answered with one welcome, though it is told twice', async (events) => {
    for (const one of [...events, ...events]) await house.tell(one)
    const welcomes = await house.outgoing()
    expect(welcomes.map(shown)).toEqual([expect.stringContaining('Stel je vraag in gewone woorden')])
  })

  test.each([
    ['typing', {}],
    ['endOfConversation', {}],
    ['event', { name: 'application/vnd.microsoft.readReceipt' }],
    ['messageDelete', { id: '1795250000123' }],
    [
      'messageUpdate',
      { id: '1795250000123', text: 'anders', channelData: { tenant: { id: tenantId }, eventType: 'editMessage' } },
    ],
    ['messageReaction', { replyToId: '17', reactionsAdded: [{ type: 'like' }] }],
    ['conversationUpdate', { membersAdded: [{ id: '29:jan' }] }],
    ['installationUpdate', { action: 'remove' }],
    ['somethingNew', {}],
  ])('%s is taken in and left in peace', async (type, more) => {
    expect((await house.tell(event(type, more))).status).toBe(200)
    expect(await house.outgoing()).toEqual([])
  })
})

describe('a choice on a card', () => {
  beforeEach(async () => {
    await house.tell(message('mijn pas is kwijt'))
    await house.outgoing()
  })

  test('gets its answer in the place of the card, and nowhere else', async () => {
    const response = await house.tell(pick('gent/reispas'))
    const body = (await response.json()) as Json & { value: Card }
    expect(body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' })
    expect(shownOf(body.value.body)).toContain('Reispas')
    expect(await house.outgoing()).toEqual([])
    expect((await house.messages()).map(({ from }) => from)).toEqual(['citizen', 'bot', 'citizen', 'bot'])
  })

  test('that comes again gets the same answer again', async () => {
    const [first, second] = [
      await text(await house.tell(pick('gent/reispas'))),
      await text(await house.tell(pick('gent/reispas'))),
    ]
    expect(second).toBe(first)
    expect(await house.messages()).toHaveLength(4)
  })

  test('from a client that only submits gets it as a message', async () => {
    const submitted = { text: undefined, value: { verb: 'choose', choice: 'gent/reispas' }, replyToId: '17', id: '2' }
    expect(await text(await house.tell(message('', submitted)))).toBe('')
    expect((await house.outgoing()).map(shown)).toEqual([expect.stringContaining('Reispas')])
  })

  test('that was not made is told so on the card', async () => {
    const body = await (await house.tell(pick(undefined))).json()
    expect(body).toEqual({
      statusCode: 400,
      type: 'application/vnd.microsoft.error',
      value: { code: 'BadRequest', message: 'Duid eerst een antwoord aan en kies dan.' },
    })
  })

  test.each([
    ['of another kind', { action: { type: 'Action.Http', verb: 'choose' } }],
    ['without an action', {}],
    ['that is no object', 'choose'],
  ])('%s is an error on the card', async (_, value) => {
    const response = await house.tell(invoke('adaptiveCard/action', value))
    expect([response.status, await response.json()]).toMatchObject([200, { statusCode: 400 }])
  })

  test('that we never offered ends as not known, like any question', async () => {
    const body = (await (await house.tell(pick('gent/bestaat-niet'))).json()) as { value: Card }
    expect(shownOf(body.value.body)).toContain('helpt je verder')
  })
})

describe('thumbs', () => {
  test('are kept with the message they stand under', async () => {
    await house.tell(message('ik ben verhuisd'))
    const [answer] = await house.outgoing()
    expect(answer).toMatchObject({ channelData: { feedbackLoop: { type: 'default' } } })
    const response = await house.tell(thumb('dislike', '{"feedbackText":"klopt niet"}', { replyToId: 'sent-1' }))
    expect([response.status, await response.json()]).toEqual([200, {}])
    const [name = ''] = house.objects.storages.keys()
    const kept = await house.objects.getByName(name).transcript()
    expect(kept?.feedback).toMatchObject([{ messageId: 'm_1', value: -1, comment: 'klopt niet' }])
  })
})

describe('other invokes', () => {
  test.each(['task/fetch', 'task/submit', 'signin/verifyState', 'composeExtension/selectItem', 'something/new', ''])(
    '"%s" is 501 with an empty body, and not kept',
    async (name) => {
      const response = await house.tell(invoke(name, {}))
      expect([response.status, await text(response)]).toEqual([501, ''])
      expect(house.objects.storages.size).toBe(0)
    },
  )

  test('a query that cannot be read is 400', async () => {
    expect((await house.tell(invoke('composeExtension/query', { parameters: 'x' }))).status).toBe(400)
  })
})

describe('the search while somebody writes', () => {
  type Result = {
    composeExtension: {
      type: string
      text?: string
      attachments: { content: Card; preview: { content: { title: string } } }[]
    }
  }
  const results = async (activity: Json): Promise<Result['composeExtension']> =>
    ((await (await house.tell(activity)).json()) as Result).composeExtension
  const titles = ({ attachments }: Result['composeExtension']): string[] =>
    attachments.map(({ preview }) => preview.content.title)

  test('first shows eight pages that people need most', async () => {
    const first = await results(search(null))
    expect(first).toMatchObject({ type: 'result', attachmentLayout: 'list' })
    expect(titles(first)).toHaveLength(8)
    expect(titles(first)[0]).toBe('Identiteitskaart')
  })

  test.each([
    ['rijb', 'Rijbewijs'],
    ['rijbewijs', 'Rijbewijs'],
    ['mijn pas is kwijt', 'Reispas'],
  ])('finds for "%s" the page %s', async (typed, title) => {
    const found = titles(await results(search(typed)))
    expect(found).toContain(title)
    expect(found.length).toBeLessThanOrEqual(8)
    expect(new Set(found).size).toBe(found.length)
  })

  test('gives a card that says in a chat what, where and who says so', async () => {
    const [first] = (await results(search('rijbewijs'))).attachments
    const read = shownOf(first?.content.body ?? [])
    expect(read).toContain('Rijbewijs')
    expect(read).toMatch(/Bron: /)
    expect(first?.content.actions).toBeUndefined()
  })

  test('says so when nothing is found', async () => {
    expect(await results(search('qqqqqqqq'))).toEqual({
      type: 'message',
      text: 'Niets gevonden. Probeer een ander woord.',
    })
  })

  test('drops what somebody has typed past', async () => {
    const at = (second: number): Json => ({ timestamp: `2026-11-20T13:05:0${second}.000Z` })
    expect(titles(await results(search('rijbewij', at(3)))).length).toBeGreaterThan(0)
    expect(await results(search('rijb', at(2)))).toEqual({ type: 'result', attachmentLayout: 'list', attachments: [] })
    const other = { ...at(2), from: { id: '29:jan' } }
    expect(titles(await results(search('rijb', other))).length).toBeGreaterThan(0)
  })

  test('keeps nothing of what is typed', async () => {
    await results(search('rijbewijs'))
    expect(house.objects.storages.size).toBe(0)
  })

  test('for a bot of all cities finds the page of each', async () => {
    house = await openHouse({}, { city: null })
    const found = await results(search('rijbewijs'))
    expect(titles(found).length).toBeGreaterThan(1)
    expect(titles(await results(search(null))).length).toBe(8)
  })
})
