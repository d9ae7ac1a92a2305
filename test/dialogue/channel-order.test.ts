import { describe, expect, it } from 'vitest'
import type { AskOutput } from '../../src/core/ask.ts'
import type { Memory } from '../../src/core/memory.ts'
import { answerFor } from '../../src/dialogue/answer.ts'
import { assistantWith } from '../../src/dialogue/assistant.ts'
import { begin } from '../../src/dialogue/turn.ts'
import { appFixture, moment, worldFixture } from '../fixtures/world.ts'

const world = worldFixture()
const cities = Object.values(world.catalogue.cities)
const services = cities.flatMap((city) => Object.keys(city.services).map((service) => ({ city: city.id, service })))
const typesOf = ({ channels }: Pick<AskOutput, 'channels'>): string[] => channels.map(({ type }) => type)

/** The answer of a page; `offline`: for who has no internet. */
const page = (service: string, city: string, offline: boolean) =>
  answerFor(service, 1, { ...begin({ text: service, city }, moment), city, offline }, world)

describe('the order of ways in is policy of the city', () => {
  it.each(services)('$service keeps it', ({ city, service }) => {
    const order = world.catalogue.cities[city]?.channelOrder ?? []
    const places = typesOf(page(service, city, false)).map((type) => order.indexOf(type as (typeof order)[number]))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  it('Antwerpen: online, then by phone, then at the counter', () => {
    const types = typesOf(page('antwerpen/administratieve-dienstverlening', 'antwerpen', false))
    expect(types).toEqual(['online', 'phone', 'counter'])
  })

  it.each(services.filter(({ city }) => city === 'gent'))(
    'Gent: online comes first but never alone: $service',
    ({ service }) => {
      const types = typesOf(page(service, 'gent', false))
      if (types.includes('online')) expect(types[0]).toBe('online')
      expect(types.some((type) => type === 'phone' || type === 'counter')).toBe(true)
    },
  )

  it('Jette: in both languages', async () => {
    for (const [lang, text] of [
      ['nl', 'nieuwe identiteitskaart'],
      ['fr', "nouvelle carte d'identité"],
    ] as const) {
      const answer = assistantWith(world, () => moment).ask({ text, city: 'jette', lang })
      expect(typesOf(answer).slice(0, 2)).toEqual(['phone', 'counter'])
    }
  })
})

describe('who has no internet', () => {
  it.each(services)('gets a number or an address first from $service', ({ city, service }) => {
    const [first] = page(service, city, true).channels
    expect(['phone', 'counter']).toContain(first?.type)
    const reachable = page(service, city, true).channels.filter(
      ({ type, phone, address }) => (type === 'phone' && phone) || (type === 'counter' && address),
    )
    expect(reachable.length).toBeGreaterThan(0)
  })

  it.each([
    ['gent', 'nl', 'Mijn oma heeft geen internet. Hoe vernieuwt zij haar identiteitskaart?'],
    ['gent', 'nl', 'identiteitskaart vernieuwen, ik heb geen computer'],
    ['jette', 'fr', "nouvelle carte d'identité, je n'ai pas d'ordinateur"],
    ['leuven', 'en', 'new identity card, my mother has no internet'],
  ] as const)('is understood: %s, %s: %s', understood)

  it('is still known after a question of ours, and in what they ask next', () => {
    const { talk } = assistantWith(world, () => moment)
    const turn = (said: { text: string } | { choice: string }, memory: Memory | null) =>
      talk({ said, city: 'antwerpen', lang: 'nl', at: moment }, memory)
    const first = turn({ text: 'ik zoek een kaart, ik heb geen internet' }, null)
    expect(first.output.outcome).toBe('clarifying.service')
    const picked = first.output.reply.choices.map(({ id }) => turn({ choice: id }, first.memory))
    const further = turn({ text: 'en een nieuwe identiteitskaart?' }, first.memory)
    for (const { output } of [...picked, further].filter(({ output }) => output.outcome === 'answered'))
      expect(['phone', 'counter'], output.reply.text).toContain(output.channels[0]?.type)
    expect(further.output.outcome).toBe('answered')
  })

  it('is understood when several pages may be meant', () =>
    understood('antwerpen', 'nl', 'ik wil iets regelen maar ik heb geen internet'))
})

async function understood(city: string, lang: string, text: string): Promise<void> {
  const response = await appFixture().request('/api/v1/ask', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text, city, lang }),
  })
  const answer = (await response.json()) as AskOutput
  expect(answer.outcome).toBe('answered')
  expect(['phone', 'counter']).toContain(answer.channels[0]?.type)
}
