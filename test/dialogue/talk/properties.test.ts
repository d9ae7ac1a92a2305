import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AskOutput, askOutput } from '../../../src/core/ask.ts'
import { type Memory, noMemory } from '../../../src/core/memory.ts'
import type { TalkInput } from '../../../src/core/ports.ts'
import { assistantWith } from '../../../src/dialogue/assistant.ts'
import { moment, worldFixture } from '../../fixtures/world.ts'

const assistant = assistantWith(worldFixture(), () => moment)
const cities = Object.keys(worldFixture().catalogue.cities)

/** A word that stands in no content, so that it is found wherever it went. */
const marker = fc.stringMatching(/^[b-dfghj-np-tvwxz]{9}$/)

const sentences = [
  'mijn pas is vervallen',
  'Ik wil trouwen, waar moet ik zijn?',
  'wat kost dat?',
  'en in Jette?',
  'en voor mijn dochter?',
  'ons kindje is geboren',
  'ja',
  'nee',
  '2',
  'de laatste',
  'terug',
  'opnieuw',
  'medewerker',
  "c'est combien ?",
  'and for my son?',
  'mijn identiteitskaart is gestolen in Gent',
]
const choices = ['none', 'other', 'person', 'more:3', 'more:999', 'gent/reispas', '__proto__', 'constructor', ...cities]

const said: fc.Arbitrary<TalkInput['said']> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...sentences).map((text) => ({ text })) },
  { weight: 2, arbitrary: fc.constantFrom(...choices).map((choice) => ({ choice })) },
  { weight: 2, arbitrary: marker.map((word) => ({ text: `${word} identiteitskaart ${word}` })) },
  { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 200, unit: 'binary' }).map((text) => ({ text })) },
  { weight: 1, arbitrary: marker.map((choice) => ({ choice })) },
)
const conversation = fc.record({
  city: fc.constantFrom(...cities, null),
  turns: fc.array(said, { minLength: 1, maxLength: 8 }),
})

type Played = { said: TalkInput['said']; output: AskOutput; memory: Memory }

function play({ city, turns }: { city: string | null; turns: TalkInput['said'][] }): Played[] {
  let memory: Memory | null = null
  return turns.map((said) => {
    const answer = assistant.talk({ said, city, lang: null, at: moment }, memory)
    memory = answer.memory
    return { said, ...answer }
  })
}

describe('whatever is said, in whatever order', () => {
  it('is answered in the agreed form', () => {
    fc.assert(
      fc.property(conversation, (talk) => {
        for (const { output } of play(talk)) askOutput().parse(output)
      }),
      { numRuns: 150 },
    )
  })

  it('leaves no word of it in memory, which stays small', () => {
    fc.assert(
      fc.property(conversation, marker, (talk, word) => {
        const turns = [...talk.turns, { text: `${word} ${word}` }, { text: `mijn ${word} is kwijt` }, { choice: word }]
        for (const { said, memory } of play({ ...talk, turns })) {
          const kept = JSON.stringify(memory)
          expect(kept).not.toContain(word)
          for (const own of JSON.stringify(said).match(/[b-dfghj-np-tvwxz]{9}/g) ?? []) expect(kept).not.toContain(own)
          expect(kept.length).toBeLessThan(5000)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('never brings the same question twice in a row', () => {
    fc.assert(
      fc.property(conversation, (talk) => {
        const asked = play(talk).map(({ output: { outcome, reply } }) =>
          outcome.startsWith('clarifying') ? JSON.stringify([reply.lead, reply.choices]) : null,
        )
        asked.forEach((question, at) => {
          if (question) expect(question).not.toBe(asked[at - 1])
        })
      }),
      { numRuns: 200 },
    )
  })

  it('danger comes first, in every state', () => {
    fc.assert(
      fc.property(conversation, (talk) => {
        const last = play({ ...talk, turns: [...talk.turns, { text: 'er is brand in huis' }] }).at(-1)
        expect(last?.output.outcome).toBe('crisis')
      }),
      { numRuns: 50 },
    )
  })

  it('the same conversation gives the same answers, and leaves the memory it was given alone', () => {
    fc.assert(
      fc.property(conversation, (talk) => {
        expect(play(talk)).toEqual(play(talk))
        const before = structuredClone(noMemory)
        assistant.talk({ said: { text: 'terug' }, city: talk.city, lang: null, at: moment }, before)
        expect(before).toEqual(noMemory)
      }),
      { numRuns: 30 },
    )
  })
})

it('a memory of an earlier version is filled in', () => {
  const old = { city: 'gent', lang: 'nl' } as Memory
  const { output } = assistant.talk({ said: { text: 'medewerker' }, city: null, lang: null, at: moment }, old)
  expect(output.outcome).toBe('handed-off')
})
