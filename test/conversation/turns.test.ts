import { describe, expect, it } from 'vitest'
import { platform } from '../fixtures/push/platform.ts'

const question = 'Ik ben verhuisd, wat moet ik doen?'
const minute = 60_000
const hour = 60 * minute

const at = (world: { now(): number }, ago: number): string => new Date(world.now() - ago).toISOString()

describe('who says much at once', () => {
  it('is asked once to wait, and not answered until it is quieter', async () => {
    const world = platform()
    for (let message = 0; message < 30; message++) await world.deliver({ text: `Waar is loket ${message}?` })
    await world.pass(10 * minute)
    expect(world.sent).toHaveLength(21)
    expect(world.sent.at(-1)?.text).toContain('Even geduld')
    await world.deliver({ text: question })
    await world.pass(minute)
    expect(world.sent).toHaveLength(22)
  })

  it('is answered at most two hundred times a day', async () => {
    const world = platform()
    for (let message = 0; message < 210; message++) {
      await world.deliver({ text: `Waar vraag ik een reispas aan, loket ${message}?` })
      await world.pass(5000)
    }
    expect(world.sent).toHaveLength(201)
    await world.pass(24 * hour)
    await world.deliver({ text: question })
    await world.pass(minute)
    expect(world.sent).toHaveLength(202)
  })

  it('and always the same may be a machine: after three times it is left alone for a minute', async () => {
    const world = platform()
    for (let message = 0; message < 8; message++) await world.deliver({ text: 'Dit postvak wordt niet gelezen.' })
    await world.pass(minute)
    expect(world.sent).toHaveLength(4)
  })

  it('is answered all the same when somebody is in danger', async () => {
    const world = platform()
    for (let message = 0; message < 25; message++) await world.deliver({ text: `Waar is loket ${message}?` })
    await world.deliver({ text: 'ik wil een einde maken aan mijn leven' })
    await world.pass(minute)
    expect(world.sent.at(-1)?.text).toContain('1813')
  })
})

describe('what comes in late', () => {
  it('is answered within a day, and only kept after that', async () => {
    const world = platform()
    await world.deliver({ text: question, at: at(world, 23 * hour) })
    await world.deliver({ text: question, at: at(world, 25 * hour) })
    await world.pass(minute)
    expect(world.sent).toHaveLength(1)
    expect(await world.rows('an', 'SELECT id FROM inbox')).toHaveLength(2)
  })

  it('takes its turn where it belongs: what is remembered is as if it had come in order', async () => {
    const [late, inOrder] = [platform(), platform()]
    const messages = [
      { id: 'a', text: 'Ik woon in Antwerpen', at: at(late, 3 * minute) },
      { id: 'b', text: 'Waar vraag ik een rijbewijs aan?', at: at(late, 2 * minute) },
      { id: 'c', text: 'En wat kost dat?', at: at(late, minute) },
    ]
    for (const message of messages) await inOrder.deliver(message)
    for (const message of messages.toReversed()) await late.deliver(message)
    const memory = 'SELECT memory, latest FROM conversation'
    expect(await late.rows('an', memory)).toEqual(await inOrder.rows('an', memory))
    const each = 'SELECT id, memory FROM inbox ORDER BY id'
    expect(await late.rows('an', each)).toEqual(await inOrder.rows('an', each))
  })

  it('is never from the future', async () => {
    const world = platform()
    await world.deliver({ text: question, at: '2031-01-01T00:00:00.000Z' })
    expect(await world.rows('an', 'SELECT at FROM inbox')).toEqual([{ at: world.now() }])
  })
})

describe('what we cannot read', () => {
  it('is declined once, not for each of five', async () => {
    const world = platform()
    for (let copy = 0; copy < 5; copy++) await world.deliver({ kind: 'hologram' })
    await world.pass(minute)
    expect(world.sent).toHaveLength(1)
    await world.deliver({ text: question })
    await world.deliver({ kind: 'hologram' })
    await world.pass(minute)
    expect(world.sent).toHaveLength(3)
  })

  it('is stored and told of when the assistant breaks on it, so that it is not delivered for ever', async () => {
    const broken = () => {
      throw new TypeError('x')
    }
    const world = platform({ assistant: { talk: broken } })
    expect((await world.deliver({ text: question })).status).toBe(200)
    await world.pass(minute)
    expect(world.sent.map(({ text }) => text.includes('Er ging iets mis'))).toEqual([true])
  })
})

describe('who wants nothing more', () => {
  it('gets one last message and none that had not left, until they write again', async () => {
    const world = platform()
    world.answers.push(() => new Response(null, { status: 503 }))
    await world.deliver({ text: question })
    await world.deliver({ kind: 'stop' })
    await world.deliver({ kind: 'stop' })
    await world.pass(minute)
    expect(world.sent.map(({ text }) => text.includes('ik stuur'))).toEqual([true])
    await world.deliver({ text: question })
    await world.pass(minute)
    expect(world.sent).toHaveLength(2)
  })
})
