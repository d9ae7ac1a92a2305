import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { platform } from '../fixtures/push/platform.ts'

const question = 'Ik ben verhuisd, wat moet ik doen?'

async function afterSending() {
  const world = platform()
  await world.deliver({ text: question })
  await world.pass(1000)
  const of = 'platform-1'
  const outbox = world.sent[0]?.outbox ?? ''
  const rows = () => world.rows('an', 'SELECT state, reached, code, platform FROM outbox')
  return { world, of, outbox, rows }
}

describe('what the platform tells of a message', () => {
  it('ends the same in every order, however often it is told', async () => {
    const kinds = ['sent', 'delivered', 'read', 'failed']
    const history = fc.array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(history, fc.infiniteStream(fc.nat()), async (told, random) => {
        const [one, other] = [await afterSending(), await afterSending()]
        const shuffled = told.toSorted(() => (random.next().value % 3) - 1)
        for (const kind of told) await one.world.deliver({ kind, of: one.of })
        for (const kind of [...shuffled, ...shuffled])
          await other.world.deliver({ kind, of: other.of, outbox: other.outbox })
        expect(await other.rows()).toEqual(await one.rows())
      }),
      { numRuns: 40 },
    )
  })

  it('wakes the conversation for what it has not heard yet, and not for that a message which arrived was read', async () => {
    const { world, of, outbox, rows } = await afterSending()
    const opened = vi.spyOn(world.objects, 'getByName')
    for (const kind of ['sent', 'delivered', 'read', 'delivered', 'read']) await world.deliver({ kind, of, outbox })
    expect(opened).toHaveBeenCalledTimes(2)
    await world.deliver({ kind: 'failed', of, outbox })
    expect(opened).toHaveBeenCalledTimes(3)
    expect(await rows()).toMatchObject([{ state: 'sent', reached: 2, code: 'refused' }])
  })

  it('is heard again when it could not be kept', async () => {
    const { world, of, outbox, rows } = await afterSending()
    world.objects.breakNext()
    expect((await world.deliver({ kind: 'delivered', of, outbox })).status).toBe(503)
    expect((await world.deliver({ kind: 'delivered', of, outbox })).status).toBe(200)
    expect(await rows()).toMatchObject([{ reached: 2 }])
  })

  it('is about nobody when it names a message that is not ours', async () => {
    const { world, rows } = await afterSending()
    const before = await rows()
    await world.deliver({ kind: 'failed', of: 'platform-of-others', outbox: 'ob_unknown' })
    expect(await rows()).toEqual(before)
  })

  it('makes a message that failed a dead letter, unless somebody has read it', async () => {
    const failed = await afterSending()
    await failed.world.deliver({ kind: 'failed', of: failed.of })
    expect(await failed.rows()).toMatchObject([{ state: 'dead', code: 'refused' }])
    await failed.world.deliver({ kind: 'read', of: failed.of })
    expect(await failed.rows()).toMatchObject([{ state: 'sent', reached: 2 }])
  })
})
