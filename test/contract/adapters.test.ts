import { readdirSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { pushSubject } from '../fixtures/push/subject.ts'
import { type Bench, benchFor } from './bench.ts'
import type { Sent, Subject } from './subject.ts'

/**
 * What every way in keeps to. It finds the folders of `adapters/` by itself; each brings a subject that speaks for its
 * platform.
 */
const folders = readdirSync('adapters', { withFileTypes: true }).filter((entry) => entry.isDirectory())

const subjects: [string, Subject][] = [
  ['push (of the tests)', pushSubject],
  ...(await Promise.all(
    folders.map(async ({ name }): Promise<[string, Subject]> => {
      const file = `../adapters/${name}/subject.ts`
      return [name, ((await import(file)) as { subject: Subject }).subject]
    }),
  )),
]

const question = 'Ik ben verhuisd, wat moet ik doen?'
const said = (id: string, from: string, text = question): Sent => ({ id, from, text })

describe.each(subjects)('%s', (_, subject) => {
  let bench: Bench
  const people = ['An', 'Bo', 'Cem']

  beforeEach(async () => {
    bench = benchFor(subject)
    for (const from of people) await subject.begin?.(from, bench.ask)
  })

  const deliver = async (...messages: Sent[]): Promise<Response> => bench.ask(await subject.deliver(messages))
  /** Rows of what people said; what an adapter does to begin is not counted. */
  const heard = (): number => bench.rows('SELECT id FROM inbox WHERE seq IS NOT NULL').length
  /** What we said to it, the greeting apart. */
  const answers = (): number =>
    bench.rows(`SELECT message.seq FROM message JOIN inbox USING (arrival)
      WHERE inbox.id <> 'welcome' AND json_extract(body, '$.from') = 'bot'`).length

  it('lets a genuine message in', async () => {
    expect((await deliver(said('a', 'An'))).status).toBeLessThan(300)
    expect(heard()).toBe(1)
  })

  it('refuses a forged one, and keeps nothing', async () => {
    const forged = await subject.forge(await subject.deliver([said('a', 'An')]))
    expect([401, 403]).toContain((await bench.ask(forged)).status)
    expect(heard()).toBe(0)
  })

  it('refuses everything while nobody configured it', async () => {
    const bare = benchFor(subject, false)
    if (bare.adapter.routes.length === 0) return expect(bare.adapter.capabilities.delivery).toBe('pull')
    expect(bare.adapter.ready).toEqual({ receives: false, sends: false })
    const { status } = await bare.ask(await subject.deliver([said('a', 'An')]))
    expect(status).toBeGreaterThanOrEqual(400)
    expect(bare.accepted).toEqual([])
  })

  it('takes the same payload twice as one activity, with one answer', async () => {
    for (let copy = 0; copy < 3; copy++) expect((await deliver(said('a', 'An'))).status).toBeLessThan(300)
    await bench.settle()
    expect(heard()).toBe(1)
    expect(answers()).toBe(1)
  })

  it('takes a batch of many as many, each of its own person', async () => {
    if (!subject.batches) return expect(subject.batches).toBe(false)
    const batch = people.flatMap((from) => [
      said(`${from}-1`, from),
      said(`${from}-2`, from, 'Waar is de bibliotheek?'),
    ])
    expect((await deliver(...batch)).status).toBe(200)
    expect(heard()).toBe(6)
    expect(bench.objects.storages.size).toBe(3)
  })

  it('keeps people apart, and its reference survives being written down', async () => {
    await deliver(said('a', 'An'))
    await deliver(said('b', 'Bo'))
    await deliver(said('c', 'An', 'Waar is de bibliotheek?'))
    const references = bench.accepted
      .filter(({ activity }) => activity.content.type === 'text')
      .map(({ reference }) => reference)
    expect(references.map(({ key }) => key === references[0]?.key)).toEqual([true, false, true])
    expect(JSON.parse(JSON.stringify(references))).toEqual(references)
    expect(references.every(({ adapter }) => adapter === bench.adapter.name)).toBe(true)
  })

  it('never makes an id or a person out of nothing', async () => {
    for (const request of await subject.nameless()) {
      const { status } = await bench.ask(request)
      expect(status).toBeLessThan(500)
    }
    const made = bench.accepted.flatMap(({ reference, activity }) => [reference.key, activity.id])
    expect(made.filter((name) => !name.trim() || /undefined|null|NaN|\[object/.test(name))).toEqual([])
    const strangers = bench.rows("SELECT id FROM inbox WHERE seq IS NOT NULL AND (id = '' OR id LIKE '%undefined%')")
    expect(strangers).toEqual([])
  })

  it('keeps what it does not know, and answers it once', async () => {
    const request = await subject.unknown('u', 'An')
    if (!request) return expect(bench.adapter.capabilities.delivery).toBe('pull')
    const again = (await subject.unknown('u', 'An')) as Request
    for (const each of [request, again]) expect((await bench.ask(each)).status).toBe(200)
    await bench.settle()
    expect(bench.rows('SELECT id FROM inbox')).toHaveLength(1)
    expect(answers()).toBe(1)
  })

  const choices = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ id: `gent/keuze-${at + 1}`, label: `Keuze ${at + 1}` }))

  const rendered = async (text: string, count: number) => {
    await deliver(said('a', 'An'))
    const reference = bench.accepted.at(-1)?.reference
    if (!reference) throw new Error('nobody to show it to')
    const offered = choices(count)
    const blocks = [
      { t: 'text' as const, v: text },
      ...(count > 0 ? [{ t: 'choices' as const, items: offered.map(({ id, label }) => ({ id, v: label })) }] : []),
    ]
    const message = { seq: 2, id: 'm_2', at: '2026-11-21T09:00:00.000Z', from: 'bot' as const, lang: 'nl' as const }
    const outcome = count > 0 ? ('clarifying.service' as const) : ('answered' as const)
    return bench.adapter.render({ ...message, outcome, text, blocks, choices: offered }, reference).map(subject.shown)
  }

  it.each([1, 3, 5, 9])('makes %i choices reachable', async (count) => {
    const shown = await rendered('Wat bedoel je precies?', count)
    if (bench.adapter.capabilities.delivery === 'pull') return expect(shown).toEqual([])
    const reachable = new Set(shown.flatMap(({ choices }) => choices))
    const missing = choices(count).filter(({ id, label }) => !reachable.has(id) && !reachable.has(label))
    expect(missing).toEqual([])
  })

  it('splits a long text and cuts nothing off', async () => {
    const { longestText, delivery } = bench.adapter.capabilities
    const words = Array.from({ length: Math.ceil((longestText * 2.5) / 8) }, (_, at) => `woord${at}`)
    const text = words.map((word, at) => (at % 12 === 11 ? `${word}.\n` : word)).join(' ')
    const shown = await rendered(text, 0)
    if (delivery === 'pull') return expect(shown).toEqual([])
    expect(shown.length).toBeGreaterThan(1)
    expect(shown.filter(({ text: part }) => part.length > longestText)).toEqual([])
    const read = shown.flatMap(({ text: part }) => part.match(/woord\d+/g) ?? [])
    expect(read).toEqual(words)
  })

  it('sends what it rendered, and tells what came of it', async () => {
    if (bench.adapter.capabilities.delivery === 'pull') return expect(bench.farSide).toEqual([])
    await deliver(said('a', 'An'))
    await bench.settle()
    expect(bench.rows('SELECT state FROM outbox').every(({ state }) => state === 'sent')).toBe(true)
    expect(bench.farSide.length).toBeGreaterThan(0)
  })

  it.each([
    ['a broken line', () => Promise.reject(new TypeError('network'))],
    ['an error', () => new Response('x', { status: 500 })],
    ['no JSON', () => new Response('<html>', { status: 200 })],
    ['nothing', () => new Response(null, { status: 204 })],
    ['a redirect', () => Response.redirect('https://evil.example/', 302)],
  ])('never throws at %s of the far side', async (_, trouble) => {
    if (bench.adapter.capabilities.delivery === 'pull') return expect(bench.farSide).toEqual([])
    bench.troubles.push(...Array.from({ length: 40 }, () => trouble))
    await deliver(said('a', 'An'))
    await bench.objects.ring(Date.parse('2026-11-21T09:00:00.000Z'))
    expect(bench.rows('SELECT state, code FROM outbox').every(({ state }) => state !== 'sending')).toBe(true)
    expect(bench.rows("SELECT code FROM outbox WHERE code = 'threw'")).toEqual([])
  })
})
