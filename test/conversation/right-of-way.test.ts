import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { conversationsOver, type Namespace } from '../../src/conversation/client.ts'
import { sharedRoad } from '../../src/core/right-of-way.ts'
import { pepper } from '../fixtures/objects.ts'
import { platform } from '../fixtures/push/platform.ts'

const question = 'Ik ben verhuisd, wat moet ik doen?'

// Time passes only where a test lets it: who makes way looks again by timers.
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }))
afterEach(() => void vi.useRealTimers())

const pass = (milliseconds: number): Promise<unknown> => vi.advanceTimersByTimeAsync(milliseconds)

/** Everything that needs no timer gets its turn. */
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 200; turn++) await new Promise((resume) => setImmediate(resume))
}

/** A house that shares one thread. `rush` begins a message that is being taken in until what it gives back is called. */
async function rushed() {
  const marked: string[] = []
  let hold: Promise<void> | undefined
  let go = (): void => {}
  let reached = (): void => {}
  const world = platform({
    way: sharedRoad(),
    refresh: () => {
      const held = hold
      hold = undefined
      if (held) reached()
      return held ?? Promise.resolve()
    },
    attend: async (_, { id }) => void marked.push(id),
  })
  await world.deliver({ id: 'first', text: question })
  await pass(20)
  await world.objects.ring(world.now())
  expect([world.sent.length, marked]).toEqual([1, ['first']])
  const rush = async (): Promise<() => Promise<void>> => {
    hold = new Promise((resolve) => {
      go = resolve
    })
    const begun = new Promise<void>((resolve) => {
      reached = resolve
    })
    const under = world.deliver({ from: 'bea', text: question })
    await begun
    return async () => {
      go()
      expect((await under).status).toBe(200)
    }
  }
  return { world, marked, rush }
}

describe('while somebody’s message is being taken in', () => {
  it('another is taken in too, and its reply and its mark go out after both', async () => {
    const { world, marked, rush } = await rushed()
    const release = await rush()
    expect((await world.deliver({ id: 'second', text: 'Waar is de bibliotheek?' })).status).toBe(200)
    await pass(40)
    await settled()
    expect([world.sent.length, marked]).toEqual([1, ['first']])
    await release()
    await pass(200)
    await world.objects.ring(world.now())
    expect(world.sent.map(({ to }) => to).toSorted()).toEqual(['an', 'an', 'bea'])
    expect(marked).toContain('second')
  })

  it('what the platform tells of a message of ours waits, and is kept before it is acknowledged', async () => {
    const { world, rush } = await rushed()
    const release = await rush()
    let acknowledged = 0
    const told = world.deliver({ kind: 'delivered', of: 'platform-1', outbox: world.sent[0]?.outbox ?? '' })
    void told.then(() => acknowledged++)
    await settled()
    await pass(40)
    await settled()
    expect(acknowledged).toBe(0)
    await release()
    await pass(200)
    expect((await told).status).toBe(200)
    expect(await world.rows('an', 'SELECT reached FROM outbox')).toEqual([{ reached: 2 }])
  })

  it('a reply waits no longer than a moment, whatever becomes of the other', async () => {
    const { world, rush } = await rushed()
    await rush()
    await world.deliver({ text: 'Waar is de bibliotheek?' })
    for (let moment = 0; moment < 12; moment++) await pass(20).then(settled)
    expect(world.sent).toHaveLength(2)
  })

  it('who wants nothing more gets no reply that was still making way', async () => {
    const { world, rush } = await rushed()
    const release = await rush()
    await world.deliver({ text: 'Waar is de bibliotheek?' })
    await world.deliver({ kind: 'stop' })
    await release()
    for (let moment = 0; moment < 10; moment++) await pass(50).then(settled)
    const own = world.sent.filter(({ to }) => to === 'an').map(({ text }) => text)
    expect(own).toHaveLength(2)
    expect(own[1]).toContain('stuur')
  })
})

it('a message that was stopped without a word holds nobody up for long', async () => {
  const { world, rush } = await rushed()
  await rush()
  await pass(1100)
  await world.deliver({ text: 'Waar is de bibliotheek?' })
  await settled()
  await pass(20).then(settled)
  expect(world.sent).toHaveLength(2)
})

it('who waits for an answer on the web goes first as well', async () => {
  const way = sharedRoad()
  const never = { enter: () => new Promise(() => {}) }
  const namespace = { getByName: () => never } as unknown as Namespace
  const web = conversationsOver({ namespace, pepper, publicNumbers: [], way })
  const reference = { adapter: 'web', key: 'an', city: 'gent', lang: null, audience: 'citizen' as const, address: {} }
  void web.enter(reference, { idleMs: 1, longestMs: 1, cities: null }, [])
  let gone = false
  void way.makeWay().then(() => {
    gone = true
  })
  await settled()
  expect(gone).toBe(false)
  await pass(200)
  expect(gone).toBe(true)
})
