import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Envelope } from '../../../src/core/activity.ts'
import { mutated } from '../../fixtures/mutate.ts'
import { fixture, fixtureNames, number, received, workbench } from './workbench.ts'

const { adapter } = workbench()
const heardAs = (text: string): Promise<Envelope[]> => adapter.parse(received(text))

/** What every envelope must be, whatever came. */
function expectWhole({ reference, activity }: Envelope): void {
  expect(reference.key).toMatch(/^770011223344556:[up]:./u)
  expect(reference.key).not.toMatch(/:(undefined|null|\s*)$/)
  expect(activity.id.trim()).not.toBe('')
  expect(activity.id).not.toMatch(/^(undefined|null)$/)
  expect(new Date(activity.at).toISOString()).toBe(activity.at)
  expect(JSON.stringify({ reference, activity }).isWellFormed()).toBe(true)
  if (activity.content.type === 'text') expect(activity.content.text.trim()).not.toBe('')
  if (activity.content.type === 'choice') expect(activity.content.choice.trim()).not.toBe('')
  if (activity.content.type === 'moved') expect(activity.content.to).not.toBe(reference.key)
}

describe('whatever is sent with a good signature', () => {
  test.each(fixtureNames)('%s, with mistakes, is read or left out, and never breaks', async (name) => {
    await fc.assert(
      fc.asyncProperty(mutated(JSON.parse(fixture(name))), async (payload) => {
        for (const envelope of await heardAs(JSON.stringify(payload))) expectWhole(envelope)
      }),
      { numRuns: 120 },
    )
  })

  test('bytes that are no JSON bring nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        expect(await adapter.parse(received(bytes))).toEqual([])
      }),
    )
  })

  test.each([
    ['depth', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    [
      'depth inside',
      fixture('text').replace('"text": {', `"deep": ${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}, "text": {`),
    ],
    ['a prototype', fixture('text').replace('"type": "text"', '"__proto__": {"type": "text"}, "type": "text"')],
    ['a key that stands twice', fixture('text').replace('"type": "text"', '"type": "image", "type": "text"')],
    ['invalid UTF-8 in the words', fixture('text').replace('containerpark', '\ufffd')],
    ['a mark before it', `\ufeff${fixture('text')}`],
    ['three megabytes of words', fixture('text').replace('containerpark', 'x '.repeat(1_500_000))],
  ])('%s does not break it', async (_what, text) => {
    for (const envelope of await heardAs(text)) expectWhole(envelope)
    expect((await heardAs(fixture('text'))).length).toBe(1)
  })

  test('a field named like a part of JavaScript is a field, and a type is too', async () => {
    for (const type of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      const [envelope] = await heardAs(fixture('text').replace('"type": "text"', `"type": "${type}"`))
      expect(envelope?.activity.content.type).toBe('unknown')
      expect(await heardAs(fixture('text').replace('"messages",', `"${type}",`))).toEqual([])
      expect(await heardAs(fixture('text').replace('"770011223344556"', `"${type}"`))).toEqual([])
    }
  })
})

describe('two senders', () => {
  const id = fc.oneof(
    fc.constantFrom('BE.1', 'BE.1:p:2', `${number}:u:BE.1`, '|', ':', 'u:', '32470000001', 'é', 'e\u0301', ' a', 'a'),
    fc.constantFrom('', ' ', 'undefined', 'null', '\u0000', '\ud800', '\udfff', 'a\ud800', 'a\udfff'),
    fc.string({ unit: 'binary', maxLength: 12 }),
  )
  const sender = fc.record({ field: fc.constantFrom('from', 'from_user_id'), id })
  type Sender = { field: string; id: string }

  const said = (senders: Sender[]): string => {
    const messages = senders.map(({ field, id }, at) => ({
      [field]: id,
      id: `wamid.${at}`,
      timestamp: '1795250000',
      type: 'text',
      text: { body: 'Hallo' },
    }))
    const value = { metadata: { phone_number_id: number }, messages }
    return JSON.stringify({ entry: [{ changes: [{ field: 'messages', value }] }] })
  }
  /** The key as it becomes a name: in bytes. */
  const keyOf = ({ reference }: Envelope): string => Buffer.from(reference.key, 'utf8').toString('hex')

  test('never share a conversation, however odd their ids; one sender always has the same', async () => {
    const senders = fc.uniqueArray(sender, {
      minLength: 2,
      maxLength: 8,
      selector: ({ field, id }) => `${field} ${id}`,
    })
    await fc.assert(
      fc.asyncProperty(senders, async (different) => {
        const keys = (await heardAs(said(different))).map(keyOf)
        expect(new Set(keys).size).toBe(keys.length)
        expect((await heardAs(said(different))).map(keyOf)).toEqual(keys)
      }),
      { numRuns: 500 },
    )
  })

  test('on two numbers of ours are apart, even when it is one person', async () => {
    const two = workbench({ config: { numbers: { [number]: 'gent', '660011223344556': 'jette' } } }).adapter
    const [one] = await two.parse(received(fixture('text')))
    const [other] = await two.parse(received(fixture('text').replace(number, '660011223344556')))
    expect(one?.reference.key).not.toBe(other?.reference.key)
    expect([one, other].map((envelope) => envelope?.reference.city)).toEqual(['gent', 'jette'])
  })
})
