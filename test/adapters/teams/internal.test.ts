import { describe, expect, test } from 'vitest'
import { shownOf } from '../../../adapters/teams/cards/shown.ts'
import type { ConversationReference } from '../../../src/core/activity.ts'
import type { Texts } from '../../../src/core/language.ts'
import { draftOf, type Message } from '../../../src/core/message.ts'
import { assistantWith } from '../../../src/dialogue/assistant.ts'
import { appFixture, moment, worldFixture } from '../../fixtures/world.ts'
import { noor, workbench } from '../whatsapp/workbench.ts'
import { type Json, message, pick, search } from './activities.ts'
import { type House, openHouse } from './house.ts'
import { deskNotes, make } from './make.ts'
import { tenantId } from './signer.ts'
import { faultsOf } from './validity.ts'

/**
 * A colleague whom the roster vouches for reads in a chat with the bot what the desk reads too. What can be passed on or
 * read along by others holds what a citizen may read, and nothing else.
 */
const { cities } = worldFixture().catalogue
const assistant = assistantWith(worldFixture(), () => moment)
const adapter = make({ fetch: () => Promise.reject(new Error('no network here')), clock: () => moment })

const texts = ({ nl, fr, en }: Texts): string[] => [nl, fr, en].filter((text) => text !== undefined)

type Page = { target: string; city: string; internal: string[] }

const memos: Page[] = Object.entries(deskNotes()).flatMap(([target, { memo }]) =>
  memo ? [{ target, city: target.split('/')[0] ?? '', internal: texts(memo) }] : [],
)
const bodies: Page[] = Object.values(cities).flatMap((city) =>
  Object.values(city.organisations)
    .filter(({ audience }) => audience === 'internal' || audience === 'external')
    .map(({ id, does }) => ({ target: `organisation:${id}`, city: city.id, internal: texts(does) })),
)
const pages = [...memos, ...bodies]

const answerOn = ({ target, city }: Page): Message => ({
  seq: 1,
  id: 'm_1',
  at: moment,
  ...draftOf(assistant.show(target, { lang: 'nl', city })),
})

const reference = (city: string, who: Partial<ConversationReference>): ConversationReference => ({
  adapter: 'teams',
  key: 'k',
  city,
  lang: null,
  audience: 'citizen',
  address: { conversationId: 'a:1', serviceUrl: 'https://smba.trafficmanager.net', replyTo: '' },
  ...who,
})

/** As it stands in JSON, where quotes and lines look different. */
const inJson = (text: string): string => JSON.stringify(text).slice(1, -1)

/** Internal texts that stand in what was sent. A card escapes signs of its own, so both are held without them. */
const leaks = ({ target, internal }: Page, sent: string): string[] => {
  const bare = (text: string): string => text.replaceAll('\\', '')
  return internal.filter((text) => bare(sent).includes(bare(inJson(text)))).map((text) => `${target}: ${text}`)
}

const teams = (page: Page, who: Partial<ConversationReference>): string =>
  JSON.stringify(adapter.render(answerOn(page), reference(page.city, who)))

test('there are memos and internal bodies to hold it to', () => {
  expect(memos.length).toBeGreaterThan(50)
  expect(bodies.length).toBeGreaterThan(50)
})

describe('no internal text', () => {
  test('goes to a citizen or a guest, in any chat', () => {
    expect(pages.flatMap((page) => leaks(page, teams(page, { audience: 'citizen' })))).toEqual([])
  })

  test('goes to a colleague where others read along', () => {
    expect(pages.flatMap((page) => leaks(page, teams(page, { audience: 'staff', shared: true })))).toEqual([])
  })

  test('goes out on WhatsApp', () => {
    const sent = (page: Page): string => JSON.stringify(workbench().adapter.render(answerOn(page), noor))
    expect(pages.flatMap((page) => leaks(page, sent(page)))).toEqual([])
  })

  test('goes out on the web: not in a message, not on a page, not as linked data', async () => {
    const app = appFixture()
    const seen = async (path: string, accept: string): Promise<string> =>
      (await app.request(path, { headers: { accept } })).text()
    const found: string[] = []
    for (const page of pages) {
      const name = page.target.replace(/^.*[/:]/, '')
      const path = `/${page.city}/${page.target.startsWith('organisation:') ? 'organisatie' : 'dienst'}/${name}`
      const all = [JSON.stringify(answerOn(page))]
      for (const accept of ['text/html', 'application/ld+json']) all.push(inJson(await seen(path, accept)))
      // What an internal body does may be told on its own page; its memo, or that of a service, may not.
      found.push(...leaks(page, page.target.startsWith('organisation:') ? (all[0] ?? '') : all.join('\n')))
    }
    expect(found).toEqual([])
  })

  test('comes out of the search, whose cards go into any chat', async () => {
    const house = await openHouse(rosterOf('user'))
    const found: string[] = []
    for (const page of pages.filter(({ city }) => city === 'gent').slice(0, 80)) {
      const title = answerOn(page).blocks.flatMap((block) => (block.t === 'service' ? [block.v] : []))[0] ?? ''
      found.push(...leaks(page, await (await house.tell(search(title))).text()))
    }
    expect(found).toEqual([])
  })
})

/** A roster on which everybody is this. */
const rosterOf = (userRole: string, more: Json = {}) => ({
  member: () => ({ tenantId, userRole, aadObjectId: 'a', userPrincipalName: 'lotte@stad.example', ...more }),
})

const mark = 'Intern, niet doorsturen:'
const adoption = memos.find(({ target }) => target === 'gent/adoptie')
const audit = bodies.find(({ target }) => target === 'organisation:gent/interne-audit')
const sentBy = async (house: House): Promise<string> => JSON.stringify(await house.outgoing())

describe('a colleague in a chat with the bot', () => {
  test('reads the memo of the page, marked as internal, behind the answer', async () => {
    const house = await openHouse(rosterOf('user'))
    await house.tell(message('Ik wil een kind adopteren'))
    const [sent = {}] = await house.outgoing()
    const [{ content }] = sent.attachments as [{ content: { body: never[]; fallbackText: string } }]
    const lines = shownOf(content.body).split('\n')
    expect(lines.at(-1)).toBe(`${mark} ${adoption?.internal[0]}`)
    expect(content.fallbackText).toContain(mark)
    expect(sent.summary).not.toContain(mark)
    expect(faultsOf(content as never)).toEqual([])
  })

  test('reads of each page that was asked for which memo is whose', async () => {
    const house = await openHouse(rosterOf('user'))
    await house.tell(message('Ik ga verhuizen en ik heb ook een reispas nodig'))
    const sent = await sentBy(house)
    expect(sent).toContain(`${mark} Adreswijziging`)
    expect(sent).toContain(`${mark} Reispas. `)
  })

  test('reads what an internal body does, which a citizen is not told', async () => {
    const house = await openHouse(rosterOf('user'))
    await house.tell(message('Wat doet de Dienst Interne Audit?'))
    const sent = await sentBy(house)
    expect(sent).toContain(`${mark} Dienst Interne Audit`)
    expect(audit && leaks(audit, sent)).not.toEqual([])
  })

  test('reads it too on the card that comes in the place of another', async () => {
    const house = await openHouse(rosterOf('user'))
    await house.tell(message('Hallo'))
    await house.outgoing()
    const body = await (await house.tell(pick('gent/adoptie'))).text()
    expect(body).toContain(mark)
  })

  test('finds nothing of it in what is kept of the conversation', async () => {
    const house = await openHouse(rosterOf('user'))
    await house.tell(message('Ik wil een kind adopteren'))
    expect(await sentBy(house)).toContain(mark)
    expect(JSON.stringify(await house.messages())).not.toContain(mark)
  })
})

describe('as a citizen is treated', () => {
  test.each([
    ['a guest', rosterOf('guest')],
    ['a guest whom Teams calls a user', rosterOf('user', { userPrincipalName: 'jan_x.be#EXT#@stad.onmicrosoft.com' })],
    ['somebody of another tenant', rosterOf('user', { tenantId: '0b0b0000-0000-4000-8000-00000000dead' })],
    ['somebody who is on no roster', {}],
  ])('%s', async (_, roster) => {
    const house = await openHouse(roster)
    await house.tell(message('Ik wil een kind adopteren'))
    expect(await sentBy(house)).not.toContain(mark)
    const picked = await (await house.tell(pick('gent/adoptie', { id: 'f:2' }))).text()
    expect(picked).not.toContain(mark)
  })

  test('a colleague in a chat of several, also on the card in the place of another', async () => {
    const house = await openHouse(rosterOf('user'))
    const conversation = { conversationType: 'groupChat', tenantId, id: '19:several@thread.v2' }
    const picked = await (await house.tell(pick('gent/adoptie', { conversation }))).text()
    expect(picked).toContain('AdaptiveCard')
    expect(picked).not.toContain(mark)
  })
})
