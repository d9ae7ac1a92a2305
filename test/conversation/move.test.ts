import { describe, expect, it } from 'vitest'
import { platform } from '../fixtures/push/platform.ts'

const question = 'Ik ben verhuisd, wat moet ik doen?'
const minute = 60_000

describe('who goes on under another key', () => {
  it('keeps the conversation: what was said, and what is remembered', async () => {
    const world = platform()
    await world.deliver({ id: 'a', from: 'old', text: 'Waar vraag ik een rijbewijs aan?' })
    await world.pass(minute)
    await world.deliver({ from: 'old', kind: 'moved', text: 'new' })
    await world.pass(minute)
    const history = await (await world.conversation('new')).history({ after: -1, limit: 50 })
    expect(history.map(({ seq, from }) => ({ seq, from }))).toEqual([
      { seq: 0, from: 'citizen' },
      { seq: 1, from: 'bot' },
    ])
    expect(await world.rows('old', 'SELECT * FROM message')).toEqual([])
    await world.deliver({ from: 'new', text: 'En wat kost dat?' })
    await world.pass(minute)
    expect(world.sent.map(({ to }) => to)).toEqual(['old', 'new'])
    expect(world.sent[1]?.text).not.toContain('automatische assistent')
  })

  it('finds it again where they had already gone on, in the order of saying', async () => {
    const world = platform()
    await world.deliver({ id: 'a', from: 'old', text: 'Ik woon in Antwerpen' })
    await world.pass(minute)
    await world.deliver({ id: 'b', from: 'new', text: 'Waar vraag ik een rijbewijs aan?' })
    await world.pass(minute)
    await world.deliver({ from: 'old', kind: 'moved', text: 'new' })
    await world.pass(minute)
    const said = (await (await world.conversation('new')).history({ after: -1, limit: 50 })).map(({ seq, text }) => [
      seq,
      text,
    ])
    expect(said.filter(([seq]) => Number(seq) % 2 === 0)).toEqual([
      [0, 'Ik woon in Antwerpen'],
      [2, 'Waar vraag ik een rijbewijs aan?'],
    ])
    const straight = platform()
    await straight.deliver({ id: 'a', text: 'Ik woon in Antwerpen' })
    await straight.pass(2 * minute)
    await straight.deliver({ id: 'b', text: 'Waar vraag ik een rijbewijs aan?' })
    const memory = 'SELECT memory FROM conversation'
    expect(await world.rows('new', memory)).toEqual(await straight.rows('an', memory))
  })

  it('is not heard twice when the platform delivers again under the old key, and nothing new is lost there', async () => {
    const world = platform()
    await world.deliver({ id: 'a', from: 'old', text: question })
    await world.deliver({ id: 'm', from: 'old', kind: 'moved', text: 'new' })
    await world.pass(minute)
    await world.deliver({ id: 'a', from: 'old', text: question })
    await world.deliver({ id: 'm', from: 'old', kind: 'moved', text: 'new' })
    await world.deliver({ id: 'late', from: 'old', text: 'Waar vraag ik een rijbewijs aan?' })
    await world.pass(minute)
    expect(world.sent).toHaveLength(2)
    const heard = await world.rows('new', 'SELECT id FROM inbox WHERE seq IS NOT NULL ORDER BY arrival')
    expect(heard).toEqual([{ id: 'a' }, { id: 'late' }])
  })

  it('moves once, also when the move breaks off halfway', async () => {
    const world = platform()
    await world.deliver({ id: 'a', from: 'old', text: question })
    await world.pass(minute)
    await world.deliver({ from: 'old', kind: 'moved', text: 'new' })
    world.objects.breakNext()
    await world.pass(3 * minute)
    const history = await (await world.conversation('new')).history({ after: -1, limit: 50 })
    expect(history).toHaveLength(2)
    expect(await world.rows('old', 'SELECT * FROM conversation')).toEqual([])
  })
})
