import { describe, expect, test } from 'vitest'
import { shownOf } from '../../../adapters/teams/cards/shown.ts'
import { draftOf } from '../../../src/core/message.ts'
import { assistantWith } from '../../../src/dialogue/assistant.ts'
import { moment, worldFixture } from '../../fixtures/world.ts'
import { search } from './activities.ts'
import { openHouse } from './house.ts'
import { make } from './make.ts'

/**
 * A card is passed on to whoever is in a chat, so it holds what a citizen may read and nothing else. There is no text
 * for the desk in an answer yet; this holds what content marks as internal today.
 */
const { cities } = worldFixture().catalogue
const internal = Object.values(cities).flatMap((city) =>
  Object.values(city.organisations)
    .filter(({ audience }) => audience === 'internal')
    .map((organisation) => ({ city: city.id, organisation })),
)

/** What an internal body is, where it sits and how it is reached. */
const secretsOf = ({ does, where, channels, facts }: (typeof internal)[number]['organisation']): string[] =>
  [does, where, ...channels.map(({ label }) => label), ...facts.map(({ value }) => value)]
    .flatMap((text) => (typeof text === 'string' ? [text] : Object.values(text ?? {})))
    .filter((text): text is string => typeof text === 'string' && text.length > 12)

test('there are internal bodies to hold it to', () => {
  expect(internal.length).toBeGreaterThan(0)
})

describe('nothing internal', () => {
  test('stands on the card of any internal body', () => {
    const assistant = assistantWith(worldFixture(), () => moment)
    const adapter = make({ fetch: () => Promise.reject(new Error('no network here')), clock: () => moment })
    const leaks = internal.flatMap(({ city, organisation }) => {
      const draft = draftOf(assistant.show(`organisation:${organisation.id}`, { lang: 'nl', city }))
      const reference = {
        adapter: 'teams',
        key: 'k',
        city,
        lang: null,
        audience: 'staff' as const,
        address: { conversationId: 'a:1', serviceUrl: 'https://smba.trafficmanager.net', replyTo: '' },
      }
      const sent = JSON.stringify(adapter.render({ seq: 1, id: 'm_1', at: moment, ...draft }, reference))
      return secretsOf(organisation)
        .filter((secret) => sent.includes(secret))
        .map((secret) => `${organisation.id}: ${secret}`)
    })
    expect(leaks).toEqual([])
  })

  test('comes out of the search, which goes into any chat', async () => {
    const own = internal.filter(({ city }) => city === 'gent').slice(0, 40)
    const house = await openHouse()
    const leaks: string[] = []
    for (const { organisation } of own) {
      const response = await house.tell(search(organisation.name.nl))
      const { composeExtension } = (await response.json()) as {
        composeExtension: { attachments?: { content: { body: never[] } }[] }
      }
      const text = (composeExtension.attachments ?? []).map(({ content }) => shownOf(content.body)).join('\n')
      leaks.push(...secretsOf(organisation).filter((secret) => text.includes(secret)))
    }
    expect(leaks).toEqual([])
  })
})
