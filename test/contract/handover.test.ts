import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { handedConversations } from '../../src/conversation/for-desk.ts'
import { type DeskNamespace, deskOver } from '../../src/desk/client.ts'
import { openedDesk } from '../fixtures/desk.ts'
import { agent } from '../fixtures/desk-page.ts'
import { withoutOurIds } from '../fixtures/our-ids.ts'
import { type Bench, benchFor } from './bench.ts'
import type { Subject } from './subject.ts'

/** A citizen and a colleague, on every way in: with the real adapter, conversation, desk and its interface between them. */

const names = readdirSync('adapters', { withFileTypes: true }).filter((entry) => entry.isDirectory())

async function house(name: string) {
  const { subject } = (await import(`../adapters/${name}/subject.ts`)) as { subject: Subject }
  const opened = await openedDesk({ conversations: handedConversations(() => bench.objects) })
  // A page of a colleague is open.
  opened.watchers.add(() => {})
  const namespace = () => ({ getByName: opened.officeOf }) as unknown as DeskNamespace
  const desk = deskOver({ namespace, opens: () => null, callBack: true })
  const bench: Bench = benchFor(subject, true, undefined, desk)
  await subject.begin?.('An', bench.ask)
  let nth = 0
  const noor = await opened.colleague('noor', agent)
  return {
    bench,
    isPushed: bench.adapter.capabilities.delivery === 'push',
    async say(text: string) {
      nth += 1
      await bench.ask(await subject.deliver([{ id: `said-${nth}`, from: 'An', text }]))
      await bench.settle()
    },
    async agentDoes(verb: string, body: unknown = {}, headers: Record<string, string> = {}) {
      const [{ conversation = '' } = {}] = await list('/queue')
      const { status } = await noor('POST', `/conversations/${conversation}/${verb}`, body, headers)
      await bench.settle()
      return status
    },
    list,
    texts: (): string[] =>
      bench.rows('SELECT body FROM message ORDER BY seq').map(({ body }) => {
        const { from, text } = JSON.parse(String(body)) as { from: string; text: string }
        return `${from}: ${text}`
      }),
    openNumber: async (id: string) => (await noor('POST', `/call-backs/${id}/open`, {})).json(),
  }

  async function list(path: string): Promise<Record<string, string>[]> {
    return (await noor('GET', path)).json()
  }
}

it.each(names.map(({ name }) => name))('%s: is told who speaks, and when the assistant is back', async (name) => {
  const { bench, isPushed, say, agentDoes, list, texts } = await house(name)
  await say('Ik wil een medewerker spreken')
  expect(texts().join()).toContain('plaats 1 in de rij')
  expect(await list('/queue')).toMatchObject([{ adapter: name, agent: null }])
  expect(await agentDoes('claim', {}, { 'if-match': '"1"' })).toBe(200)
  expect(texts().at(-1)).toBe('system: Je praat nu met noor, medewerker.')
  await say('Waar vraag ik een rijbewijs aan?')
  expect(texts().at(-1)).toBe('citizen: Waar vraag ik een rijbewijs aan?')
  expect(await agentDoes('messages', { clientMsgId: 'reply-0001', text: 'Bij het stadskantoor.' })).toBe(204)
  expect(texts().at(-1)).toBe('desk: Bij het stadskantoor.')
  expect(await agentDoes('close')).toBe(200)
  expect(texts().at(-1)).toContain('help je weer verder')
  await say('Waar vraag ik een rijbewijs aan?')
  expect(texts().at(-1)).toMatch(/^bot: .*rijbewijs/is)
  expect(await list('/queue')).toEqual([])
  if (!isPushed) return
  const sent = (await Promise.all(bench.farSide.map((request) => request.text()))).join()
  for (const words of ['Je praat nu met noor', 'Bij het stadskantoor.', 'help je weer verder'])
    expect(sent).toContain(words)
})

it.each(names.map(({ name }) => name))('%s: a number is left where no page has a field for it', async (name) => {
  const { bench, isPushed, say, list, openNumber } = await house(name)
  await say('Ik wil een medewerker spreken')
  await say('Bel mij terug op 0470 33 44 55')
  const waiting = await list('/call-backs')
  const kept = [waiting, bench.rows('SELECT content FROM inbox'), bench.rows('SELECT body FROM message')]
  expect(withoutOurIds(JSON.stringify(kept))).not.toMatch(/0470|33 44 55|334455/)
  expect(waiting).toHaveLength(isPushed ? 1 : 0)
  if (isPushed) expect(await openNumber(waiting[0]?.id ?? '')).toEqual({ number: '0470334455' })
})
