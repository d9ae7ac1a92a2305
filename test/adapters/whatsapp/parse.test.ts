import { describe, expect, test } from 'vitest'
import type { ActivityContent } from '../../../src/core/activity.ts'
import { fixture, fixtureNames, heard, heardOf, now, number, workbench } from './workbench.ts'

const arrived = '2026-11-21T09:00:00.000Z'

/** What each fixture with one message says. */
const says: Record<string, ActivityContent> = {
  text: { type: 'text', text: 'Wanneer is het containerpark open?' },
  'text-phone-only': { type: 'text', text: 'Ik ben verhuisd' },
  'text-username-only': { type: 'text', text: 'Mijn pas is kwijt' },
  'text-contact-tells-id': { type: 'text', text: 'Hallo' },
  'text-forwarded': { type: 'text', text: 'Waar kan ik trouwen?' },
  'text-stop': { type: 'stop' },
  'button-reply': { type: 'choice', choice: 'a:ja:7f3', of: 'wamid.OUT9' },
  'list-reply': { type: 'choice', choice: 'svc:rijbewijs', of: 'wamid.OUT9' },
  'flow-reply': { type: 'unknown', kind: 'interactive' },
  'template-stop': { type: 'stop' },
  'template-button': { type: 'text', text: 'Een afspraak maken' },
  location: { type: 'location', name: 'Speeltuin, 9050 Ledeberg' },
  'location-bare': { type: 'location', name: null },
  'location-nowhere': { type: 'unknown', kind: 'location' },
  image: { type: 'media', media: 'image', caption: 'put in de weg' },
  audio: { type: 'media', media: 'audio', caption: null },
  video: { type: 'media', media: 'video', caption: null },
  document: { type: 'media', media: 'document', caption: null },
  sticker: { type: 'media', media: 'sticker', caption: null },
  contacts: { type: 'media', media: 'contact', caption: null },
  reaction: { type: 'reaction', of: 'wamid.OUT9', emoji: '👍' },
  'reaction-removed': { type: 'reaction', of: 'wamid.OUT9', emoji: null },
  'reaction-removed-older': { type: 'reaction', of: 'wamid.OUT9', emoji: null },
  'user-changed-number': { type: 'moved', to: `${number}:u:BE.9988` },
  'user-changed-user-id': { type: 'moved', to: `${number}:u:BE.9988` },
  'user-id-update': { type: 'moved', to: `${number}:u:BE.9988` },
  'identity-changed': { type: 'quiet', kind: 'system' },
  unsupported: { type: 'unknown', kind: 'unsupported' },
  order: { type: 'unknown', kind: 'order' },
  'type-of-tomorrow': { type: 'unknown', kind: 'hologram' },
  edit: { type: 'quiet', kind: 'edit' },
  welcome: { type: 'welcome' },
}

/** What each fixture that brings no activity counts as. */
const drops: Record<string, string[]> = {
  group: ['whatsapp.group'],
  echo: ['whatsapp.echo'],
  'app-echo': ['whatsapp.other-field'],
  nameless: Array(5).fill('whatsapp.nameless'),
  'unknown-number': ['whatsapp.unknown-number'],
  'account-error': ['whatsapp.account-error'],
  'account-update': ['whatsapp.other-field'],
  'status-of-nobody': ['whatsapp.nameless'],
}

const several = ['batch', 'statuses', 'status-outside-window', 'status-of-another-key']

test('every fixture has its expectation', () => {
  expect([...Object.keys(says), ...Object.keys(drops), ...several].toSorted()).toEqual(fixtureNames.toSorted())
})

describe('one message', () => {
  test.each(Object.entries(says))('%s', async (name, content) => {
    const bench = workbench()
    const envelopes = await heard(name, bench)
    expect(envelopes.map(({ activity }) => activity.content)).toEqual([content])
    expect(envelopes[0]?.activity.at).toBe('2026-11-21T08:33:20.000Z')
    expect(bench.counted).toEqual([])
  })

  test('keeps nothing of the place but its name', async () => {
    expect(JSON.stringify(await heard('location'))).not.toMatch(/51\.03|3\.70|Voorbeeldlaan/)
  })

  test('keeps no name, file or number of somebody else', async () => {
    for (const name of ['text', 'document', 'contacts', 'audio']) {
      expect(JSON.stringify(await heard(name))).not.toMatch(/Noor|attest|Persoon|200 00 00|90010020/)
    }
  })
})

describe('what is no activity of anybody', () => {
  test.each(Object.entries(drops))('%s is left out and counted', async (name, counted) => {
    const bench = workbench()
    expect(await heard(name, bench)).toEqual([])
    expect(bench.counted).toEqual(counted)
  })

  test.each(['', 'null', '[]', '{', '"entry"', '{"entry":{}}', '\ufeff{}', '{"entry":[null,3,{"changes":"x"}]}'])(
    'a body that is %j is left out',
    async (body) => {
      expect(
        await workbench().adapter.parse({
          request: new Request('https://x.test'),
          bytes: new TextEncoder().encode(body),
        }),
      ).toEqual([])
    },
  )
})

describe('whose conversation it is', () => {
  const keyOf = async (name: string): Promise<string | undefined> => (await heard(name))[0]?.reference.key

  test('is known by the id for us, by the phone number only where that is all there is', async () => {
    expect(await keyOf('text')).toBe(`${number}:u:BE.4402918837710265`)
    expect(await keyOf('text-phone-only')).toBe(`${number}:p:32470000009`)
    expect(await keyOf('text-username-only')).toBe(`${number}:u:BE.5503029948821376`)
  })

  test('the contact of this very person tells what the message leaves out, never the first one', async () => {
    const [envelope] = await heard('text-contact-tells-id')
    expect(envelope?.reference.key).toBe(`${number}:u:BE.4402918837710265`)
    expect(envelope?.reference.address).toEqual({ number, user: 'BE.4402918837710265', phone: '32470000001' })
  })

  test('somebody without a number can be answered by their id', async () => {
    expect((await heard('text-username-only'))[0]?.reference.address).toEqual({ number, user: 'BE.5503029948821376' })
  })

  test('the number that was written to tells the city', async () => {
    expect((await heard('text'))[0]?.reference).toMatchObject({
      adapter: 'whatsapp',
      city: 'gent',
      audience: 'citizen',
    })
  })

  test('who changes to what they already were stays', async () => {
    const payload = JSON.parse(fixture('user-changed-number').replace('BE.9988', 'BE.4402918837710265'))
    expect((await heardOf(payload))[0]?.activity.content).toEqual({ type: 'quiet', kind: 'system' })
  })

  test('who changes number goes on from the old one, also when only ids are known', async () => {
    for (const name of ['user-changed-number', 'user-changed-user-id', 'user-id-update']) {
      expect(await keyOf(name)).toBe(`${number}:u:BE.4402918837710265`)
    }
  })
})

describe('a batch', () => {
  test('is every message and status of every change of every entry, in order', async () => {
    const envelopes = await heard('batch')
    expect(
      envelopes.map(({ activity: { content } }) => (content.type === 'text' ? content.text : content.type)),
    ).toEqual(['eerste', 'tweede', 'derde', 'vierde', 'vijfde', 'status'])
    expect(new Set(envelopes.map(({ reference }) => reference.key)).size).toBe(2)
    expect(envelopes[1]?.reference.address).toEqual({ number, user: 'BE.5503029948821376' })
  })

  test('with one message that cannot be read keeps the others', async () => {
    const payload = JSON.parse(fixture('batch')) as { entry: { changes: { value: { messages: unknown[] } }[] }[] }
    const messages = payload.entry[0]?.changes[0]?.value.messages as unknown[]
    messages.splice(1, 0, null, 'x', { id: 7 }, { ...(messages[0] as object), id: 'wamid.BROKEN', text: { body: 12 } })
    const contents = (await heardOf(payload)).map(({ activity }) => activity.content)
    expect(contents).toContainEqual({ type: 'unknown', kind: 'text' })
    expect(contents.filter(({ type }) => type === 'text')).toHaveLength(5)
  })
})

describe('a status', () => {
  const statuses = async (name: string) => (await heard(name)).map(({ activity }) => activity)

  test('tells what became of which message, with our own id; played is read, others are left in peace', async () => {
    expect((await statuses('statuses')).map(({ id, content }) => [id, content])).toEqual([
      ['wamid.OUT9:sent', { type: 'status', of: 'wamid.OUT9', outbox: 'ob_01JCX', status: 'sent', code: null }],
      [
        'wamid.OUT9:delivered',
        { type: 'status', of: 'wamid.OUT9', outbox: 'ob_01JCX', status: 'delivered', code: null },
      ],
      ['wamid.OUT9:read', { type: 'status', of: 'wamid.OUT9', outbox: 'ob_01JCX', status: 'read', code: null }],
      ['wamid.OUT9:played', { type: 'status', of: 'wamid.OUT9', outbox: 'ob_01JCX', status: 'read', code: null }],
      ['wamid.OUT9:deleted', { type: 'quiet', kind: 'status' }],
    ])
  })

  test('that failed says why, for the desk', async () => {
    expect((await statuses('status-outside-window'))[0]?.content).toMatchObject({
      status: 'failed',
      code: 'whatsapp.131047',
    })
  })

  test('belongs to the conversation that sent the message, also when it names a phone number only', async () => {
    const [envelope] = await heard('status-of-another-key')
    expect(envelope?.reference.key).toBe(`${number}:u:BE.4402918837710265`)
    expect(envelope?.reference.address).toEqual({ number, user: 'BE.4402918837710265', phone: '32470000001' })
    expect(envelope?.activity.content).toMatchObject({ of: 'wamid.OUT10', outbox: 'ob_2' })
  })

  test('cannot reach a conversation of another number of ours', async () => {
    const payload = JSON.parse(fixture('status-of-another-key').replace('ob_2|770011223344556', 'ob_2|660011223344556'))
    expect((await heardOf(payload))[0]?.reference.key).toBe(`${number}:p:32470000001`)
  })
})

test('a moment that cannot be read is that of arrival', async () => {
  for (const timestamp of ['"soon"', '""', 'null', '-1', '1e400', '"99999999999999999"']) {
    const payload = fixture('text').replace('"1795250000"', timestamp)
    const [envelope] = await workbench().adapter.parse({
      request: new Request('https://x.test'),
      bytes: new TextEncoder().encode(payload),
    })
    expect(envelope?.activity.at).toBe(arrived)
  }
  expect(new Date(now).toISOString()).toBe(arrived)
})
