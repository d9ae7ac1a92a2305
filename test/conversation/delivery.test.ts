import { describe, expect, it, vi } from 'vitest'
import { type Platform, platform } from '../fixtures/push/platform.ts'

const question = 'Ik ben verhuisd, wat moet ik doen?'
const minute = 60_000

/** Asks a question and dies while its answer is on its way. Gives back the id of that answer. */
async function dieWhileSending(world: Platform, meanwhile = async (): Promise<unknown> => null): Promise<string> {
  let outbox = ''
  world.answers.push((sent) => {
    outbox = sent.outbox
    return new Promise<Response>(() => {})
  })
  await world.deliver({ text: question })
  void world.objects.ring(world.now())
  await vi.waitFor(() => expect(outbox).not.toBe(''))
  await meanwhile()
  expect(await world.rows('an', 'SELECT state FROM outbox LIMIT 1')).toEqual([{ state: 'sending' }])
  world.objects.crash()
  return outbox
}

describe('what a platform pushes', () => {
  it('is answered once, however often it is delivered', async () => {
    const world = platform()
    for (let copy = 0; copy < 5; copy++) expect((await world.deliver({ id: 'a', text: question })).status).toBe(200)
    await world.pass(minute)
    expect(world.sent).toHaveLength(1)
    expect(world.sent[0]?.to).toBe('an')
    expect(await world.rows('an', 'SELECT id FROM inbox')).toEqual([{ id: 'a' }])
  })

  it('is refused without a right signature, and nothing is kept', async () => {
    const world = platform()
    const body = JSON.stringify({
      items: [{ id: 'a', from: 'an', at: '2026-11-21T09:00:00Z', kind: 'text', text: 'x' }],
    })
    for (const signature of ['', 'f'.repeat(64), 'geen']) expect((await world.post(body, signature)).status).toBe(401)
    expect(world.objects.storages.size).toBe(0)
  })

  it('is told to come back when nothing could be stored', async () => {
    const world = platform()
    world.objects.breakNext()
    expect((await world.deliver({ id: 'a', text: question })).status).toBe(503)
    expect((await world.deliver({ id: 'a', text: question })).status).toBe(200)
    await world.pass(minute)
    expect(world.sent).toHaveLength(1)
  })
})

describe('an answer that is sent', () => {
  it('goes out at once, and what is said meanwhile after it, without waiting for an alarm', async () => {
    const world = platform()
    let take = (): void => {}
    world.answers.push(
      () =>
        new Promise((taken) => {
          take = () => taken(Response.json({ id: 'platform-first' }))
        }),
    )
    await world.deliver({ text: question })
    await world.deliver({ text: 'Waar vraag ik een rijbewijs aan?' })
    expect(await world.rows('an', 'SELECT state FROM outbox ORDER BY position')).toEqual([
      { state: 'sending' },
      { state: 'pending' },
    ])
    take()
    await vi.waitFor(() => expect(world.sent).toHaveLength(1))
    expect(world.objects.nextAlarm()).toBeGreaterThan(world.now())
  })

  it('says the first time that no person writes it, inside the answer', async () => {
    const world = platform()
    await world.deliver({ text: question })
    await world.deliver({ text: 'en wat kost dat?' })
    await world.pass(minute)
    expect(world.sent).toHaveLength(2)
    expect(world.sent.map(({ text }) => text.includes('automatische assistent'))).toEqual([true, false])
  })

  it('waits for the one before it, and keeps the order through faults', async () => {
    const world = platform()
    world.answers.push(
      () => new Response(null, { status: 503 }),
      () => new Response(null, { status: 500 }),
    )
    await world.deliver({ text: question })
    await world.deliver({ text: 'Waar vraag ik een rijbewijs aan?' })
    await world.pass(minute)
    expect(world.sent).toHaveLength(2)
    expect(world.sent[0]?.text).toContain('automatische assistent')
  })

  it('is not sent earlier than the platform allows', async () => {
    const world = platform()
    world.answers.push(() => new Response(null, { status: 429, headers: { 'retry-after': '40' } }))
    await world.deliver({ text: question })
    await world.pass(39_000)
    expect(world.sent).toHaveLength(0)
    await world.pass(10_000)
    expect(world.sent).toHaveLength(1)
  })

  it('is not sent again when the platform tells in time that it arrived', async () => {
    const world = platform()
    let outbox = ''
    world.answers.push((sent) => {
      outbox = sent.outbox
      return new Error('reset')
    })
    await world.deliver({ text: question })
    await world.pass(5000)
    await world.deliver({ kind: 'delivered', of: 'platform-x', outbox })
    await world.pass(5 * minute)
    expect(world.sent).toHaveLength(0)
    expect(await world.rows('an', 'SELECT state, platform FROM outbox')).toEqual([
      { state: 'sent', platform: 'platform-x' },
    ])
  })

  it('is sent again when the platform stays silent', async () => {
    const world = platform()
    world.answers.push(() => new Error('reset'))
    await world.deliver({ text: question })
    await world.pass(19_000)
    expect(world.sent).toHaveLength(0)
    await world.pass(10_000)
    expect(world.sent).toHaveLength(1)
  })

  it('goes out after a crash in the middle of sending, also when more was said meanwhile', async () => {
    const world = platform()
    await dieWhileSending(world, () => world.deliver({ text: 'Waar vraag ik een rijbewijs aan?' }))
    await world.pass(2 * minute)
    expect(world.sent).toHaveLength(2)
  })

  it('is not sent again after a long absence before the platform could tell that it arrived', async () => {
    const world = platform()
    const outbox = await dieWhileSending(world)
    world.sleep(10 * minute)
    await world.pass(5000)
    await world.deliver({ kind: 'delivered', of: 'platform-x', outbox })
    await world.pass(5 * minute)
    expect(world.sent).toHaveLength(0)
  })

  it('is not sent again either when the wait for the platform ended during an absence', async () => {
    const world = platform()
    const outbox = await dieWhileSending(world)
    await world.pass(10_000)
    world.sleep(10 * minute)
    await world.pass(5000)
    await world.deliver({ kind: 'delivered', of: 'platform-x', outbox })
    await world.pass(5 * minute)
    expect(world.sent).toHaveLength(0)
  })

  it('becomes a dead letter when the platform will never take it, and the next one goes on', async () => {
    const world = platform()
    world.answers.push(() => new Response(null, { status: 400 }))
    await world.deliver({ text: question })
    await world.deliver({ text: 'Waar vraag ik een rijbewijs aan?' })
    await world.pass(minute)
    expect(await world.rows('an', 'SELECT state, code FROM outbox ORDER BY position')).toEqual([
      { state: 'dead', code: 'http-400' },
      { state: 'sent', code: null },
    ])
  })

  it('is tried a bounded number of times', async () => {
    const world = platform()
    let tries = 0
    world.answers.push(
      ...Array.from({ length: 1000 }, () => () => {
        tries++
        return new Response(null, { status: 500 })
      }),
    )
    await world.deliver({ text: question })
    await world.pass(24 * 60 * minute)
    expect(tries).toBe(40)
    expect(await world.rows('an', 'SELECT state FROM outbox')).toEqual([{ state: 'dead' }])
  })

  it('is held while our right to send is gone, and goes out when it is back', async () => {
    const world = platform()
    world.answers.push(
      () => new Response(null, { status: 401 }),
      () => new Response(null, { status: 401 }),
    )
    await world.deliver({ text: question })
    await world.pass(minute)
    expect(await world.rows('an', 'SELECT state FROM outbox')).toEqual([{ state: 'held' }])
    await world.pass(15 * minute)
    expect(world.sent).toHaveLength(1)
  })
})
