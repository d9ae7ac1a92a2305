import { beforeEach, describe, expect, test } from 'vitest'
import { type Bench, benchFor } from '../../contract/bench.ts'
import { subject } from './subject.ts'
import { address, fixture, number, signatureOf } from './workbench.ts'

/** From a signed post to what stands on the phone: the real route, the real store, Meta's side in this process. */

let bench: Bench
beforeEach(() => {
  bench = benchFor(subject)
})

const posted = async (body: string): Promise<number> => {
  const headers = { 'x-hub-signature-256': signatureOf(body) }
  return (await bench.ask(new Request(address, { method: 'POST', headers, body }))).status
}

const seconds = Date.parse('2026-11-21T08:59:00.000Z') / 1000

/** A webhook with messages of one person, or anything else that a value may hold. */
const hook = (value: Record<string, unknown>, field = 'messages'): string =>
  JSON.stringify({ entry: [{ changes: [{ field, value: { metadata: { phone_number_id: number }, ...value } }] }] })

type Said = { id: string; text: string; user?: string; at?: number }
const saying = (...messages: Said[]): string =>
  hook({
    messages: messages.map(({ id, text, user = 'BE.1', at = 0 }) => ({
      id,
      from_user_id: user,
      timestamp: String(seconds + at),
      type: 'text',
      text: { body: text },
    })),
  })

type Sent = {
  to?: string
  recipient?: string
  biz_opaque_callback_data: string
  text?: { body: string }
  interactive?: { body: { text: string } }
}
/** Messages that reached Meta's side; read marks are left out. */
const sent = async (): Promise<Sent[]> => {
  const bodies = await Promise.all(
    bench.farSide.map((request) => request.clone().json() as Promise<Sent & { status?: string }>),
  )
  return bodies.filter(({ status }) => status === undefined)
}
const words = ({ text, interactive }: Sent): string => text?.body ?? interactive?.body.text ?? ''

const status = (callback: string, became: string, more: object = {}): string =>
  hook({
    statuses: [
      {
        id: 'wamid.OUT1',
        status: became,
        timestamp: String(seconds),
        recipient_id: '32470000001',
        biz_opaque_callback_data: callback,
        ...more,
      },
    ],
  })

describe('a citizen on WhatsApp', () => {
  test('is told in the first answer, and only there, that no person writes it', async () => {
    await posted(saying({ id: 'a', text: 'Ik ben verhuisd' }))
    await posted(saying({ id: 'b', text: 'Waar is de bibliotheek?', at: 1 }))
    await bench.settle()
    const answers = (await sent()).map(words)
    expect(answers).toHaveLength(2)
    expect(answers[0]).toContain('automatische assistent')
    expect(answers[1]).not.toContain('automatische assistent')
  })

  test('without a phone number is answered by their id, and is nobody else', async () => {
    await posted(
      saying({ id: 'a', text: 'Ik ben verhuisd', user: 'BE.1' }, { id: 'b', text: 'Ik ga trouwen', user: 'BE.2' }),
    )
    await bench.settle()
    expect((await sent()).map(({ to, recipient }) => to ?? recipient).toSorted()).toEqual(['BE.1', 'BE.2'])
    expect(bench.objects.storages.size).toBe(2)
  })

  test('who is days late is kept and not answered', async () => {
    expect(await posted(saying({ id: 'a', text: 'Ik ben verhuisd', at: -2 * 24 * 3600 }))).toBe(200)
    await bench.settle()
    expect(bench.rows('SELECT id FROM inbox WHERE seq IS NOT NULL')).toHaveLength(1)
    expect(await sent()).toEqual([])
  })

  test('who sends photos is asked for words, once', async () => {
    const photo = fixture('image').replace('1795250000', String(seconds))
    await posted(photo)
    await posted(photo.replace('wamid.TEST0015', 'wamid.TEST0115'))
    await bench.settle()
    const answers = (await sent()).map(words)
    expect(answers).toHaveLength(1)
    expect(answers[0]).toContain('Ik kan alleen tekst lezen')
  })

  test('who says stop is told so, and gets nothing that was still waiting', async () => {
    await posted(saying({ id: 'a', text: 'Ik ben verhuisd' }, { id: 'b', text: 'STOP', at: 1 }))
    await bench.settle()
    const answers = (await sent()).map(words)
    expect(answers).toHaveLength(1)
    expect(answers[0]).toContain('stuur')
  })

  test('whose id changes goes on where they were, and is answered there', async () => {
    await posted(saying({ id: 'a', text: 'Ik ben verhuisd' }))
    await bench.settle()
    const update = { user_id: { previous: 'BE.1', current: 'BE.9' }, timestamp: String(seconds + 1) }
    expect(await posted(hook({ user_id_update: [update] }, 'user_id_update'))).toBe(200)
    await bench.settle()
    await posted(saying({ id: 'b', text: 'Waar is de bibliotheek?', user: 'BE.9', at: 2 }))
    await bench.settle()
    const [, second] = await sent()
    expect(second?.recipient).toBe('BE.9')
    expect(words(second ?? { biz_opaque_callback_data: '' })).not.toContain('automatische assistent')
  })

  test('leaves no coordinates, numbers or names behind but where replies go', async () => {
    for (const name of ['location', 'contacts', 'document', 'text']) await posted(fixture(name))
    await bench.settle()
    const kept = JSON.stringify(bench.rows('SELECT content FROM inbox').concat(bench.rows('SELECT body FROM message')))
    expect(kept).not.toMatch(/51\.03|3\.70|Voorbeeldlaan|Persoon|attest\.pdf|Noor|32470000001/)
  })
})

describe('what somebody on WhatsApp may ask of their own data', () => {
  const kept = (): string =>
    JSON.stringify(
      ['conversation', 'inbox', 'message', 'outbox', 'feedback', 'notice', 'seen', 'forward'].map((table) =>
        bench.rows(`SELECT * FROM ${table}`),
      ),
    )

  test('all of it is shown, what they said and what we said, and none of anybody else', async () => {
    await posted(saying({ id: 'a', text: 'Ik ben verhuisd' }, { id: 'x', text: 'Ik ga trouwen', user: 'BE.2' }))
    await bench.settle()
    await posted(saying({ id: 'b', text: 'Geef mijn gegevens!', at: 1 }))
    await bench.settle()
    const shown = (await sent()).filter(({ recipient }) => recipient === 'BE.1').map(words)
    expect(shown[1]).toContain('Stuur dan: wis mijn gegevens')
    const all = shown.slice(2).join('\n')
    expect(all).toContain('Ik ben verhuisd')
    expect(all).toContain('automatische assistent')
    expect(all).toContain('BE.1')
    expect(all).not.toMatch(/trouwen|BE\.2/)
  })

  test('shown again it is not twice as long: what was shown is not kept as said', async () => {
    const lengths: number[] = []
    for (const at of [0, 1]) {
      const before = (await sent()).length
      await posted(saying({ id: `b${at}`, text: 'geef mijn gegevens', at }))
      await bench.settle()
      lengths.push((await sent()).slice(before).map(words).join().length)
    }
    expect(lengths[1]).toBeLessThan((lengths[0] ?? 0) + 700)
  })

  test('all of it goes, after one last message, in any of our languages', async () => {
    for (const command of ['wis mijn gegevens', 'Wis mijn gegevens!', 'Efface mes donnees', 'ERASE MY DATA']) {
      bench = benchFor(subject)
      await posted(saying({ id: 'a', text: 'Ik ben verhuisd en zoek het kerkhofpad' }))
      await bench.settle()
      await posted(saying({ id: 'b', text: command, at: 1 }))
      await bench.settle()
      const [, last, ...more] = (await sent()).map(words)
      expect(last).toMatch(/Ik wis dit gesprek nu|J'efface maintenant|I am now erasing/)
      expect(more).toEqual([])
      expect(kept()).not.toMatch(/verhuisd|kerkhofpad|BE\.1|wamid|Ik wis/)
    }
  })

  test('what is erased stays so, though Meta delivers it again and tells what became of it', async () => {
    const said = saying({ id: 'a', text: 'Ik ben verhuisd' })
    const command = saying({ id: 'b', text: 'wis mijn gegevens', at: 1 })
    await posted(said)
    await posted(command)
    await bench.settle()
    const answers = await sent()
    for (const again of [said, command, status(answers[0]?.biz_opaque_callback_data ?? '', 'read')]) {
      expect(await posted(again)).toBe(200)
    }
    await bench.settle()
    expect(await sent()).toHaveLength(answers.length)
    expect(kept()).not.toMatch(/verhuisd|BE\.1|32470000001/)
  })

  test('it goes within the hour also when Meta takes no last message', async () => {
    await posted(saying({ id: 'a', text: 'Ik ben verhuisd' }))
    await bench.settle()
    bench.troubles.push(
      ...Array.from({ length: 500 }, () => () => Response.json({ error: { code: 2 } }, { status: 503 })),
    )
    await posted(saying({ id: 'b', text: 'wis mijn gegevens', at: 1 }))
    await bench.settle()
    expect(kept()).not.toMatch(/verhuisd|BE\.1/)
  })
})

describe('a status', () => {
  test('of a message whose answer was lost: it arrived, and is not sent again', async () => {
    bench.troubles.push(
      () => Response.json({ success: true }),
      () => Promise.reject(new Error('the line broke')),
    )
    await posted(saying({ id: 'a', text: 'Ik ben verhuisd' }))
    await bench.objects.ring(Date.parse('2026-11-21T09:00:00.000Z'))
    expect(bench.rows('SELECT state FROM outbox')).toEqual([{ state: 'uncertain' }])
    const [message] = await sent()
    expect(await posted(status(message?.biz_opaque_callback_data ?? '', 'delivered'))).toBe(200)
    expect(bench.rows('SELECT state FROM outbox')).toEqual([{ state: 'sent' }])
    await bench.settle()
    expect(await sent()).toHaveLength(1)
  })

  test('without one it is sent once more', async () => {
    bench.troubles.push(
      () => Response.json({ success: true }),
      () => Promise.reject(new Error('the line broke')),
    )
    await posted(saying({ id: 'a', text: 'Ik ben verhuisd' }))
    await bench.settle()
    expect(await sent()).toHaveLength(2)
    expect(bench.rows('SELECT state FROM outbox')).toEqual([{ state: 'sent' }])
  })

  test('that it failed after all is kept with its reason', async () => {
    await posted(saying({ id: 'a', text: 'Ik ben verhuisd' }))
    await bench.settle()
    const [message] = await sent()
    await posted(status(message?.biz_opaque_callback_data ?? '', 'failed', { errors: [{ code: 131047 }] }))
    expect(bench.rows('SELECT state, code FROM outbox')).toEqual([{ state: 'dead', code: 'whatsapp.131047' }])
  })

  test('makes no conversation of its own', async () => {
    await posted(saying({ id: 'a', text: 'Ik ben verhuisd' }))
    await bench.settle()
    const [message] = await sent()
    for (const became of ['read', 'delivered', 'sent', 'delivered'])
      await posted(status(message?.biz_opaque_callback_data ?? '', became))
    expect(bench.objects.storages.size).toBe(1)
    expect(bench.rows('SELECT state FROM outbox')).toEqual([{ state: 'sent' }])
  })
})

describe('Meta is not able to take it', () => {
  const refusing =
    (code: number, httpStatus = 400) =>
    () =>
      Response.json({ error: { code } }, { status: httpStatus })
  const read = () => Response.json({ success: true })

  test('a form that it refuses is sent as plain words, once', async () => {
    bench.troubles.push(refusing(131009), read)
    await posted(saying({ id: 'a', text: 'mijn pas is kwijt' }))
    await bench.settle()
    const [asked, plain, ...more] = await sent()
    expect(more).toEqual([])
    expect(asked?.interactive).toBeDefined()
    expect(plain?.text?.body).toMatch(/\n1\. (Identiteitskaart|Reispas)\n2\. (Identiteitskaart|Reispas)/)
  })

  test('without a right to send everything is kept, in order, until it is back', async () => {
    bench.troubles.push(refusing(190, 401), read)
    await posted(saying({ id: 'a', text: 'Ik ben verhuisd' }))
    await bench.objects.ring(Date.parse('2026-11-21T09:00:00.000Z'))
    expect(bench.rows('SELECT state, code FROM outbox')).toEqual([{ state: 'held', code: 'whatsapp.190' }])
    await bench.settle()
    expect(bench.rows('SELECT state FROM outbox')).toEqual([{ state: 'sent' }])
  })
})
