import { describe, expect, it } from 'vitest'
import { askOutput } from '../../src/core/ask.ts'
import { assistantWith } from '../../src/dialogue/assistant.ts'
import { moment, worldFixture } from '../fixtures/world.ts'

const { catalogue } = worldFixture()
const assistant = assistantWith(worldFixture(), () => moment)
const words = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
const firstSentence = (text: string): string => text.split(/(?<=[.!?])\s/)[0] ?? ''

const pages = Object.values(catalogue.cities).flatMap((city) =>
  Object.keys(city.services).flatMap((id) =>
    [...city.languages.official, ...city.languages.courtesy].map((lang) => ({ id, city: city.id, lang })),
  ),
)

describe('every composed answer', () => {
  it.each(pages)('$id in $lang is short, and begins with where to go', ({ id, city, lang }) => {
    const answer = assistant.show(id, { city, lang })
    expect(askOutput().parse(answer).outcome).toBe('answered')
    const [page] = answer.answers
    expect(words(page?.text ?? '')).toBeLessThanOrEqual(80)
    expect(words(firstSentence(answer.reply.text))).toBeLessThanOrEqual(15)
    expect(page?.sources.length).toBeGreaterThan(0)
    expect(page?.channels.some(({ type }) => ['phone', 'counter', 'email'].includes(type))).toBe(true)
  })

  it('never shows a price, hour or term whose date has passed', () => {
    for (const { id, city, lang } of pages) {
      const { facts } = assistant.show(id, { city, lang })
      expect(facts.filter(({ kind, stale }) => stale && ['cost', 'hours', 'term'].includes(kind))).toEqual([])
    }
  })
})
