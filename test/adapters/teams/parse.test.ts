import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ActivityContent, Envelope } from '../../../src/core/activity.ts'
import { event, inChannel, invoke, type Json, mention, message, pick, search, thumb } from './activities.ts'
import { farSide } from './far-side.ts'
import { make, received, request } from './make.ts'
import { appId, moment, type Pair, pair, serviceUrl, tenantId } from './signer.ts'

/** From what Teams sends to what the house keeps. */

let ours: Pair
beforeAll(async () => {
  ours = await pair('ours')
})

type Roster = (id: string) => object | null

async function parse(activity: Json, member?: Roster): Promise<Envelope[]> {
  const { fetch } = farSide({ pairs: [ours], ...(member ? { member } : {}) })
  return make({ fetch }).parse(await received(request(JSON.stringify(activity))))
}
async function one(activity: Json, member?: Roster): Promise<Envelope> {
  const [found, ...more] = await parse(activity, member)
  expect(more).toEqual([])
  if (!found) throw new Error('nothing was kept')
  return found
}
const content = async (activity: Json): Promise<ActivityContent> => (await one(activity)).activity.content

describe('a message', () => {
  test('in a personal chat becomes its words, without the copy in HTML', async () => {
    expect(await one(message('hoe vraag ik een parkeerkaart aan?'))).toEqual({
      reference: {
        adapter: 'teams',
        key: expect.stringMatching(/^25:a:1TestOpaqueConversation64:[0-9a-f]{64}$/),
        city: 'gent',
        lang: null,
        audience: 'citizen',
        address: {
          conversationId: 'a:1TestOpaqueConversation',
          serviceUrl: serviceUrl.slice(0, -1),
          replyTo: '1795250000123',
        },
      },
      activity: {
        id: '1795250000123',
        at: '2026-11-20T13:04:58.123Z',
        content: { type: 'text', text: 'hoe vraag ik een parkeerkaart aan?' },
      },
    })
  })

  test('keeps no name and no id of a person, only a hash', async () => {
    expect(JSON.stringify(await one(message('dag')))).not.toMatch(/Lotte|0b0b0000|29:1a/)
  })

  test('in a channel loses our mention, by its entity, and what HTML made of spaces', async () => {
    expect(await content(inChannel('openingsuren &amp; adres bibliotheek'))).toEqual({
      type: 'text',
      text: 'openingsuren & adres bibliotheek',
    })
  })

  test('keeps other mentions as names, and words that only look like one', async () => {
    const jan = { type: 'mention', text: '<at id="1">Jan</at>', mentioned: { id: '29:jan' } }
    const text = '<at>Stadsassistent</at> kan <at id="1">Jan</at> &lt;at&gt;hier&lt;/at&gt; terecht?'
    expect(await content(inChannel('', { text, entities: [jan, mention] }))).toEqual({
      type: 'text',
      text: 'kan Jan <at>hier</at> terecht?',
    })
  })

  test('with nothing but our mention asks what we can do', async () => {
    expect(await content(inChannel('', { text: '<at>Stadsassistent</at>&nbsp; ' }))).toEqual({
      type: 'unknown',
      kind: 'empty',
    })
  })

  test.each(['channel', 'groupChat'])('in a %s that does not call us is not for us', async (conversationType) => {
    const conversation = { id: '19:abc@thread.tacv2', conversationType, tenantId }
    expect(await content(message('onder ons', { conversation, entities: [] }))).toEqual({
      type: 'quiet',
      kind: 'not-addressed',
    })
  })

  test.each([
    ['image/png', { type: 'media', media: 'image', caption: null }],
    ['audio/mp4', { type: 'media', media: 'audio', caption: null }],
    ['application/vnd.microsoft.teams.file.download.info', { type: 'media', media: 'document', caption: null }],
    ['application/x-strange', { type: 'unknown', kind: 'attachment' }],
    ['text/html', { type: 'unknown', kind: 'empty' }],
  ])('with only an attachment of type %s', async (contentType, expected) => {
    expect(await content(message('', { attachments: [{ contentType }] }))).toEqual(expected)
  })

  test('of an unreadable moment gets ours', async () => {
    const { activity } = await one(message('dag', { timestamp: 'gisteren' }))
    expect(activity.at).toBe(new Date(moment).toISOString())
  })

  test.each([
    ['no id', { id: undefined }],
    ['an empty id', { id: '' }],
    ['no sender', { from: undefined }],
    ['an empty sender', { from: { id: '' } }],
    ['no conversation', { conversation: { tenantId } }],
    ['an id of 2,000 characters', { id: 'a'.repeat(2000) }],
  ])('with %s is dropped: it could not be told from another', async (_, more) => {
    expect(await parse(message('dag', more))).toEqual([])
  })
})

describe('whose conversation it is', () => {
  test('people in one thread each have their own', async () => {
    const keys = await Promise.all(
      ['29:lotte', '29:jan'].map(async (id) => (await one(inChannel('dag', { from: { id } }))).reference.key),
    )
    expect(new Set(keys).size).toBe(2)
  })

  test('no two pairs of conversation and person share a key, whatever is in their ids', async () => {
    const id = fc
      .string({
        unit: fc.constantFrom('1', ':', '|', 'undefined', '\0', 'a', '2:a'),
        minLength: 1,
        maxLength: 6,
      })
      .filter((text) => text !== 'undefined')
    const keyOf = async (conversation: string, from: string): Promise<string> =>
      (await one(message('dag', { conversation: { id: conversation, tenantId }, from: { id: from } }))).reference.key
    await fc.assert(
      fc.asyncProperty(id, id, id, id, async (a, b, c, d) => {
        expect((await keyOf(a, b)) === (await keyOf(c, d))).toBe(a === c && b === d)
      }),
      { numRuns: 200 },
    )
  })
})

describe('who it is', () => {
  const colleague = { tenantId, userRole: 'user', aadObjectId: '0b0b', userPrincipalName: 'lotte@stad.test' }
  const audience = async (member: Roster, more: Json = {}): Promise<string> =>
    (await one(message('dag', more), member)).reference.audience

  test('a user of our tenant on the roster is a colleague', async () => {
    expect(await audience(() => colleague)).toBe('staff')
  })

  test.each([
    ['a guest by role', { ...colleague, userRole: 'guest' }],
    ['a guest by name', { ...colleague, userPrincipalName: 'jan_elders.test#EXT#@stad.onmicrosoft.com' }],
    ['somebody of another tenant', { ...colleague, tenantId: '5f0c0000-0000-4000-8000-00000000dead' }],
    ['somebody anonymous', { ...colleague, userRole: 'anonymous' }],
    ['somebody of whom Entra knows nothing', { ...colleague, aadObjectId: undefined }],
    ['somebody who is not on the roster', null],
  ])('%s is a citizen', async (_, found) => {
    expect(await audience(() => found)).toBe('citizen')
  })

  test('what the activity itself says makes nobody a colleague, and can make a guest', async () => {
    expect(await audience(() => null, { from: { id: '29:x', userRole: 'user', tenantId } })).toBe('citizen')
    expect(await audience(() => colleague, { from: { id: '29:x', userRole: 'guest' } })).toBe('citizen')
  })

  test('the roster is asked once an hour', async () => {
    let asked = 0
    let now = moment
    const member = () => {
      asked += 1
      return colleague
    }
    const adapter = make({ fetch: farSide({ pairs: [ours], member }).fetch, clock: () => now })
    const say = async (): Promise<unknown> => adapter.parse(await received(request(JSON.stringify(message('dag')))))
    await say()
    await say()
    expect(asked).toBe(1)
    now = new Date(Date.parse(moment) + 3_600_001).toISOString()
    await say()
    expect(asked).toBe(2)
  })
})

describe('events', () => {
  test('being added and being installed are both a welcome, in the same conversation', async () => {
    const personal = { membersAdded: [{ id: `28:${appId}` }, { id: '29:1aTestUserOpaque' }] }
    const added = await one(event('conversationUpdate', personal))
    const installed = await one(event('installationUpdate', { action: 'add' }))
    expect([added.activity.content, installed.activity.content]).toEqual([{ type: 'welcome' }, { type: 'welcome' }])
    expect(added.reference.key).toBe(installed.reference.key)
    expect(added.reference.lang).toBe('nl')
    const nobody = await one(event('conversationUpdate', { ...personal, from: undefined }))
    expect(nobody.reference.key).toBe(installed.reference.key)
  })

  test('in a team the welcome belongs to the thread, whoever is named', async () => {
    const conversation = { id: '19:abc@thread.tacv2', conversationType: 'channel', tenantId }
    const membersAdded = [{ id: `28:${appId}` }]
    const keys = await Promise.all(
      [{ id: '29:lotte' }, { id: '29:jan' }, undefined].map(
        async (from) => (await one(event('conversationUpdate', { conversation, membersAdded, from }))).reference.key,
      ),
    )
    expect(new Set(keys).size).toBe(1)
  })

  test.each<[string, Json, ActivityContent]>([
    ['conversationUpdate', { membersAdded: [{ id: '29:jan' }] }, { type: 'quiet', kind: 'members' }],
    ['conversationUpdate', { membersRemoved: [{ id: '29:jan' }] }, { type: 'quiet', kind: 'conversationUpdate' }],
    ['installationUpdate', { action: 'remove' }, { type: 'quiet', kind: 'installation-remove' }],
    ['installationUpdate', { action: 'add-upgrade' }, { type: 'quiet', kind: 'installation-add-upgrade' }],
    [
      'messageUpdate',
      { channelData: { tenant: { id: tenantId }, eventType: 'editMessage' } },
      { type: 'quiet', kind: 'messageUpdate' },
    ],
    ['messageDelete', {}, { type: 'quiet', kind: 'messageDelete' }],
    ['typing', {}, { type: 'quiet', kind: 'typing' }],
    ['endOfConversation', {}, { type: 'quiet', kind: 'endOfConversation' }],
    [
      'event',
      { name: 'application/vnd.microsoft.readReceipt' },
      { type: 'quiet', kind: 'event application/vnd.microsoft.readReceipt' },
    ],
    ['somethingNew', {}, { type: 'quiet', kind: 'somethingNew' }],
    [
      'messageReaction',
      { replyToId: '17', reactionsAdded: [{ type: 'like' }] },
      { type: 'reaction', of: '17', emoji: 'like' },
    ],
    [
      'messageReaction',
      { replyToId: '17', reactionsRemoved: [{ type: 'like' }] },
      { type: 'reaction', of: '17', emoji: null },
    ],
    ['messageReaction', { replyToId: '17' }, { type: 'quiet', kind: 'reaction' }],
  ])('%s %j', async (type, more, expected) => {
    expect(await content(event(type, more))).toEqual(expected)
  })

  test('two edits of one message are two activities, and neither is the message', async () => {
    const edit = (timestamp: string) => one(event('messageUpdate', { id: '1795250000123', timestamp }))
    const ids = [await edit('2026-11-20T13:00:00Z'), await edit('2026-11-20T13:01:00Z')].map(
      ({ activity }) => activity.id,
    )
    expect(new Set([...ids, '1795250000123']).size).toBe(3)
  })
})

describe('actions', () => {
  test('a picked choice is answered in the place of its card', async () => {
    expect(await content(pick('gent/reispas'))).toEqual({
      type: 'choice',
      choice: 'gent/reispas',
      of: '1795250009999',
      here: true,
    })
  })

  test('a submitted card, of a client that knows no better, is answered with a message', async () => {
    const submitted = message('', {
      text: undefined,
      value: { verb: 'choose', choice: 'gent/reispas' },
      replyToId: '17',
    })
    expect(await content(submitted)).toEqual({ type: 'choice', choice: 'gent/reispas', of: '17' })
  })

  test('a submitted card of somebody else is quiet', async () => {
    expect(await content(message('', { text: undefined, value: { verb: 'elsewhere' } }))).toEqual({
      type: 'quiet',
      kind: 'submit',
    })
  })

  test.each([
    ['like', '{"feedbackText":"top"}', 1, 'top'],
    ['dislike', '{"feedbackText":" klopt niet "}', -1, 'klopt niet'],
    ['dislike', '', -1, null],
    ['like', 'junk', 1, null],
    ['like', '{"feedbackText":42}', 1, null],
    ['like', 'null', 1, null],
  ])('thumb %s with %j', async (reaction, feedback, value, comment) => {
    expect(await content(thumb(reaction, feedback))).toEqual({ type: 'feedback', of: '1795250009999', value, comment })
  })

  test.each<[string, Json]>([
    ['what is typed into the search', search('rijb')],
    ['the first opening of the search', search(null)],
    ['a picked nothing', pick(undefined)],
    ['another action', invoke('adaptiveCard/action', { action: { type: 'Action.Execute', verb: 'other', data: {} } })],
    ['another submit', invoke('message/submitAction', { actionName: 'other', actionValue: { reaction: 'like' } })],
    ['a task', invoke('task/fetch', {})],
    ['an invoke without a value', invoke('message/submitAction', undefined)],
  ])('%s is not kept', async (_, activity) => {
    expect(await parse(activity)).toEqual([])
  })
})

describe('whatever comes', () => {
  const anything = fc.jsonValue({ maxDepth: 4 })

  test('nothing that was let in can break the reading', async () => {
    const fields = [
      'type',
      'id',
      'from',
      'recipient',
      'conversation',
      'text',
      'name',
      'value',
      'entities',
      'attachments',
      'membersAdded',
      'reactionsAdded',
      'channelData',
      'replyToId',
      'timestamp',
      'locale',
      'action',
    ]
    const kinds = [
      message('dag'),
      inChannel('dag'),
      pick('a'),
      search('a'),
      thumb('like', ''),
      event('conversationUpdate'),
    ]
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...kinds), fc.constantFrom(...fields), anything, async (kind, field, value) => {
        const found = await parse({ ...kind, [field]: value })
        for (const { reference, activity } of found) expect([reference.key, activity.id]).not.toContain('')
      }),
      { numRuns: 500 },
    )
  })
})
