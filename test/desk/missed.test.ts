import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { csvOf } from '../../src/desk/missed/csv.ts'
import { groupsOf } from '../../src/desk/missed/groups.ts'
import type { Unanswered } from '../../src/desk/office/missed.ts'
import { officeIn } from '../../src/desk/office/office.ts'
import { applyProposals, readProposals } from '../../src/knowledge/propose/apply.ts'
import { moment, openedDesk, roomParts } from '../fixtures/desk.ts'
import { localStorage } from '../fixtures/objects.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'
import { worldFixture } from '../fixtures/world.ts'

let desk: Awaited<ReturnType<typeof openedDesk>>
beforeEach(async () => {
  desk = await openedDesk()
})

const feedback = (message: string, text: string | null, conversation = 'c1', id = crypto.randomUUID()) => ({
  id,
  conversation,
  kind: 'feedback' as const,
  city: 'gent',
  lang: 'nl' as const,
  adapter: 'whatsapp',
  at: moment,
  missed: { message, text, service: 'gent/reispas', note: null },
})
const listFor = async (...groups: string[]) => {
  const ask = await desk.colleague('eva', ...groups)
  return (await (await ask('GET', '/unanswered')).json()) as Unanswered[]
}
const editor = 'desk/gent/editor'

describe('an answer that a citizen calls wrong', () => {
  test('stands on the list, once, with the way in and the page', async () => {
    const office = desk.officeOf('gent')
    const told = feedback('m_1', 'mijn boot ligt in de weg')
    for (const one of [told, told, feedback('m_1', 'mijn boot ligt in de weg')]) await office.notify(one)
    expect(await listFor(editor)).toMatchObject([
      { text: 'mijn boot ligt in de weg', channel: 'whatsapp', service: 'gent/reispas', status: 'open' },
    ])
  })

  test('is taken back, unless somebody took it up', async () => {
    const office = desk.officeOf('gent')
    await office.notify(feedback('m_1', 'een'))
    await office.notify(feedback('m_3', 'twee'))
    const [taken] = (await listFor(editor)).filter(({ text }) => text === 'twee')
    const ask = await desk.colleague('eva', editor)
    await ask('POST', '/unanswered', { ids: [taken?.id], status: 'taken', owner: 'Eva' })
    for (const message of ['m_1', 'm_3']) await office.notify(feedback(message, null))
    expect((await listFor(editor)).map(({ text, owner }) => [text, owner])).toEqual([['twee', 'Eva']])
  })

  test('goes when the conversation is erased', async () => {
    const office = desk.officeOf('gent')
    await office.notify(feedback('m_1', 'een'))
    await office.notify(feedback('m_1', 'twee', 'c2'))
    await office.notify({ ...feedback('m_1', 'een'), id: 'erased-1', kind: 'erased' })
    expect((await listFor(editor)).map(({ text }) => text)).toEqual(['twee'])
  })

  test('goes after the days that words are kept, wherever its conversation ended', async () => {
    const storage = localStorage()
    let at = moment
    const office = officeIn({ ...roomParts, storage, city: 'gent', clock: () => at, announce: () => {} })
    await office.notify(feedback('m_1', 'een'))
    const eva = { subject: 'eva', name: null, roles: ['editor' as const] }
    expect(await office.unanswered(eva, 10)).toMatchObject({ done: [{ text: 'een' }] })
    at = '2026-12-20T10:00:00.000Z'
    expect(await office.unanswered(eva, 10)).toEqual({ done: [] })
  })

  test('puts nobody in the queue', async () => {
    await desk.officeOf('gent').notify(feedback('m_1', 'een'))
    const noor = await desk.colleague('noor', 'desk/gent/agent')
    expect(await (await noor('GET', '/queue')).json()).toEqual([])
  })
})

describe('the list', () => {
  test('is read by agents and changed by leads and editors', async () => {
    await desk.officeOf('gent').notify(feedback('m_1', 'een'))
    const [{ id = '' } = {}] = await listFor('desk/gent/agent')
    const agent = await desk.colleague('noor', 'desk/gent/agent')
    const change = { ids: [id], status: 'done', owner: null }
    expect((await agent('POST', '/unanswered', change)).status).toBe(403)
    const lead = await desk.colleague('lea', 'desk/gent/lead')
    expect(await (await lead('POST', '/unanswered', change)).json()).toBe(1)
    expect((await lead('POST', '/unanswered', { ...change, ids: ['not-there-at-all'] })).status).toBe(404)
  })

  const entry = (id: string, text: string, at = moment): Unanswered => ({
    id,
    at,
    kind: 'unanswered',
    text,
    service: null,
    note: null,
    channel: 'phone',
    lang: 'nl',
    status: 'open',
    owner: null,
    proposal: null,
  })
  const terms = (text: string): string[] => worldFixture().search.analyse(text).terms
  const asked = [
    entry('e1', 'waar kan ik mijn boot aanmeren'),
    entry('e2', 'boot aanmeren, waar?'),
    entry('e3', 'is de kerstmarkt open'),
    entry('e4', 'kan ik mijn boot ergens aanmeren'),
    entry('e5', '??'),
  ]

  test('puts together what was asked in much the same words, the most asked first', () => {
    const groups = groupsOf(asked, terms)
    expect(groups.map(({ text, entries }) => [text, entries.length])).toEqual([
      ['waar kan ik mijn boot aanmeren', 3],
      ['is de kerstmarkt open', 1],
      ['??', 1],
    ])
  })

  test('as a table tells a spreadsheet no formulas, and keeps quotes and commas', () => {
    const csv = csvOf('gent', groupsOf([entry('e1', '=HYPERLINK("http://kwaad.example"), toch?')], terms))
    expect(csv.split('\r\n')[1]).toContain(`"'=HYPERLINK(""http://kwaad.example""), toch?"`)
  })
})

describe('a proposed way of asking', () => {
  const proposed = { page: 'gent/rijbewijs', lang: 'nl', voice: 'balie', phrasing: 'rb in "de" Leie: nieuw' }

  async function patch(): Promise<string> {
    await desk.officeOf('gent').notify(feedback('m_1', 'rb in de Leie'))
    const [{ id = '' } = {}] = await listFor(editor)
    const ask = await desk.colleague('eva', editor)
    await ask('POST', '/unanswered', { ids: [id], status: 'proposed', owner: 'Eva', proposal: proposed })
    const answer = await ask('GET', '/proposals')
    expect(answer.headers.get('content-disposition')).toContain('voorstellen-gent.yaml')
    return answer.text()
  }

  test('is kept without personal data', async () => {
    await desk.officeOf('gent').notify(feedback('m_1', 'rb in de Leie'))
    const [{ id = '' } = {}] = await listFor(editor)
    const ask = await desk.colleague('eva', editor)
    const proposal = { ...proposed, phrasing: 'rb van 85.07.30-033.28 kwijt' }
    await ask('POST', '/unanswered', { ids: [id], status: 'proposed', owner: 'Eva', proposal })
    expect(await (await ask('GET', '/proposals')).text()).not.toContain('033.28')
  })

  test('comes to an editor as a file that the command reads', async () => {
    const text = await patch()
    expect(readProposals(text)).toEqual([
      { page: 'gent/rijbewijs', lang: 'nl', voice: 'balie', add: [proposed.phrasing] },
    ])
    expect(() => readProposals('- {page: gent/rijbewijs, lang: de, voice: balie, add: [x]}')).toThrow('0.lang')
  })

  test('is written where the phrasings of the page stand, once, and nothing else changes', async () => {
    const folder = temporaryFolder()
    cpSync('knowledge', join(folder, 'knowledge'), { recursive: true })
    const proposals = readProposals(await patch())
    const file = join(folder, 'knowledge/common/concepts/rijbewijs.yaml')
    const before = readFileSync(file, 'utf8').split('\n')
    expect([applyProposals(folder, proposals), applyProposals(folder, proposals)]).toEqual([1, 0])
    const after = readFileSync(file, 'utf8')
    expect(parse(after).phrasings.nl.balie.at(-1)).toBe(proposed.phrasing)
    expect(after.split('\n').filter((line) => !before.includes(line))).toHaveLength(1)
    expect(() =>
      applyProposals(folder, readProposals('- {page: gent/weg, lang: nl, voice: balie, add: [xx]}')),
    ).toThrow('gent/weg')
  })
})
