import { describe, expect, it } from 'vitest'
import type { Desk, DeskNotice } from '../../src/core/ports.ts'
import { platform } from '../fixtures/push/platform.ts'

/** What a citizen thinks of an answer reaches who mends the content, masked, and goes when the conversation goes. */

const minute = 60_000
const question = 'Waar vraag ik een rijbewijs aan? Mijn nummer is 85.07.30-033.28'

function told() {
  const notices: DeskNotice[] = []
  const desk: Desk = {
    standing: async () => null,
    callBack: async () => null,
    notify: async (notice) => void notices.push(notice),
    typing: async () => {},
    carryOn: async () => null,
  }
  return { notices, world: platform({ desk }) }
}

describe('an answer that is called wrong', () => {
  it('is told to the desk with the question and the page, personal data taken out', async () => {
    const { notices, world } = told()
    await world.deliver({ text: question })
    const an = await world.conversation('an')
    expect(await an.feedback({ of: 'm_1', value: -1, comment: 'dit klopt niet' })).toBe(true)
    await world.pass(minute)
    expect(notices).toMatchObject([
      { kind: 'feedback', city: 'gent', missed: { message: 'm_1', service: 'gent/rijbewijs', note: 'dit klopt niet' } },
    ])
    expect(notices[0]?.missed?.text).toContain('rijbewijs')
    expect(JSON.stringify(notices)).not.toContain('033.28')
  })

  it('and is taken back by another opinion; praise alone tells nobody anything', async () => {
    const { notices, world } = told()
    await world.deliver({ text: question })
    const an = await world.conversation('an')
    await an.feedback({ of: 'm_1', value: 1, comment: null })
    for (const value of [-1, 1] as const) await an.feedback({ of: 'm_1', value, comment: null })
    await world.pass(minute)
    expect(notices.map(({ missed }) => missed?.text === null)).toEqual([false, true])
  })

  it('of what a citizen said themselves, or of nothing, there is none', async () => {
    const { notices, world } = told()
    await world.deliver({ text: question })
    const an = await world.conversation('an')
    for (const of of ['m_0', 'm_9']) expect(await an.feedback({ of, value: -1, comment: null })).toBe(false)
    await world.pass(minute)
    expect(notices).toEqual([])
  })

  it('leaves nothing behind when the conversation is erased before the desk heard of it', async () => {
    const { notices, world } = told()
    await world.deliver({ text: question })
    const an = await world.conversation('an')
    await an.feedback({ of: 'm_1', value: -1, comment: null })
    await an.erase()
    expect(JSON.stringify(await world.rows('an', 'SELECT body FROM notice'))).not.toContain('rijbewijs')
    await world.pass(minute)
    expect(notices.map(({ kind }) => kind)).toEqual(['erased'])
  })
})

describe('a thumb under a message', () => {
  it.each([
    ['👎', 1],
    ['👎🏽', 1],
    ['👍', 0],
    ['🎉', 0],
  ])('%s', async (emoji, count) => {
    const { notices, world } = told()
    await world.deliver({ text: question })
    await world.deliver({ kind: 'reaction', of: 'm_1', text: emoji })
    await world.pass(minute)
    expect(notices.filter(({ kind }) => kind === 'feedback')).toHaveLength(count)
  })
})
