import { describe, expect, it } from 'vitest'
import type { DeskEvent } from '../../../src/core/ports.ts'
import { createApp } from '../../../src/http/app.ts'
import { citizenOnTheWeb, type Web } from '../../fixtures/web.ts'
import { objectsOf, partsFixture } from '../../fixtures/world.ts'

type Seen = { id: string | null; event: string; data: Record<string, unknown> }

/** Reads events until there are as many as a test waits for. */
async function read(response: Response, count: number): Promise<Seen[]> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  const seen = (): Seen[] =>
    text
      .split('\n\n')
      .slice(0, -1)
      .filter((chunk) => chunk.includes('event: '))
      .map((chunk) => ({
        id: /^id: (.*)$/m.exec(chunk)?.[1] ?? null,
        event: /^event: (.*)$/m.exec(chunk)?.[1] ?? '',
        data: JSON.parse(/^data: (.*)$/m.exec(chunk)?.[1] ?? '{}'),
      }))
  while (seen().length < count) {
    const { value, done } = (await reader?.read()) ?? { done: true }
    if (done) break
    text += value
  }
  await reader?.cancel()
  return seen()
}

function scene() {
  const parts = partsFixture()
  const app = createApp(parts)
  const follow = (citizen: Web, last?: string): Promise<Response> =>
    Promise.resolve(
      app.request('/api/web/v1/events', {
        headers: { authorization: `Bearer ${citizen.token}`, ...(last === undefined ? {} : { 'last-event-id': last }) },
      }),
    )
  const desk = (event: DeskEvent): Promise<boolean[]> =>
    Promise.all(
      objectsOf(parts)
        .all()
        .map((conversation) => conversation.fromDesk(event)),
    )
  return { app, follow, desk }
}

describe('the stream of a conversation', () => {
  it('goes on after the last that was seen, without gaps', async () => {
    const { app, follow } = scene()
    const citizen = await citizenOnTheWeb(app, 'gent')
    await citizen.say('Waar is het loket?')
    const stream = await follow(citizen, '0')
    expect(stream.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    expect(stream.headers.get('cache-control')).toBe('no-store, no-transform')
    const reading = read(stream, 4)
    await citizen.say('En het andere?')
    const seen = await reading
    expect(seen.map(({ id, event }) => [id, event])).toEqual(['1', '2', '3', '4'].map((id) => [id, 'message']))
    expect(seen[1]?.data).toMatchObject({
      seq: 2,
      id: 'm_2',
      from: 'bot',
      blocks: expect.anything(),
      sources: expect.anything(),
    })
  })

  it.each(['999', 'x', '-7'])('begins anew from a place that we do not know: %s', async (last) => {
    const { app, follow } = scene()
    const citizen = await citizenOnTheWeb(app, 'gent')
    await citizen.say('Waar is het loket?')
    const seen = await read(await follow(citizen, last), 4)
    expect(seen.map(({ event }) => event)).toEqual(['reset', 'message', 'message', 'message'])
  })

  it('brings what a person at the desk says, and tells that they came and went', async () => {
    const { app, follow, desk } = scene()
    const citizen = await citizenOnTheWeb(app, 'gent')
    const reading = read(await follow(citizen, '0'), 7)
    await desk({ id: 'e1', kind: 'joined', name: 'Noor' })
    const answer = await citizen.post('/messages', { clientMsgId: 'a', type: 'text', text: 'Bent u een mens?' })
    expect(answer.status).toBe(202)
    expect(await answer.json()).toEqual({ seq: 2, duplicate: false, messages: [] })
    await desk({ id: 'e2', kind: 'typing', on: true })
    await desk({ id: 'e3', kind: 'said', text: 'Jazeker.' })
    await desk({ id: 'e4', kind: 'closed' })
    const seen = await reading
    expect(seen.map(({ event, id }) => [event, id])).toEqual([
      ['agent_joined', null],
      ['message', '1'],
      ['message', '2'],
      ['typing', null],
      ['message', '3'],
      ['closed', null],
      ['message', '4'],
    ])
    expect(seen[1]?.data).toMatchObject({ from: 'system', text: 'Je praat nu met Noor, medewerker.' })
    expect(seen[4]?.data).toMatchObject({ from: 'desk', text: 'Jazeker.' })
  })

  it('closes the oldest of more than three', async () => {
    const { app, follow } = scene()
    const citizen = await citizenOnTheWeb(app, 'gent')
    const first = await follow(citizen, '0')
    for (let more = 0; more < 3; more++) await follow(citizen, '0')
    expect(await read(first, 1)).toEqual([])
  })

  it('ends when the conversation is erased', async () => {
    const { app, follow } = scene()
    const citizen = await citizenOnTheWeb(app, 'gent')
    const stream = await follow(citizen, '0')
    await citizen.erase()
    expect(await read(stream, 1)).toEqual([])
  })
})
