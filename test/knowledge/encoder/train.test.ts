import { describe, expect, it } from 'vitest'
import type { Schooling } from '../../../src/knowledge/encoder/learner.ts'
import { type Lesson, labelsOf } from '../../../src/knowledge/encoder/lessons.ts'
import { trainEncoder } from '../../../src/knowledge/encoder/train.ts'
import { encoding, scoresBy } from '../../../src/search/encoder/encode.ts'
import type { Encoder, Head } from '../../../src/search/encoder/encoder.ts'
import { packEncoder, type Rounding } from '../../../src/search/encoder/packed.ts'

const lines: Record<string, string[]> = {
  outside: [
    'hoe bak ik een taart',
    'wie won de koers gisteren',
    'vertel eens een mop',
    'welke film draait er vanavond',
  ],
  ours: ['ik ben verhuisd', 'mijn paspoort is kwijt', 'waar kan ik trouwen', 'de vuilbak is niet opgehaald'],
}
const lessons = Object.entries(lines).flatMap(([label, texts]) =>
  texts.map((text): Lesson => ({ text, told: new Map([['outside', { label, weight: 1 }]]) })),
)
const vocabulary = { spelling: {}, synonyms: {}, irregular: {}, stop: [], openings: [], falseFriends: [] }
const labels = [...labelsOf(lessons, {}).labels].filter(([, names]) => names.length > 0)
const schooling = {
  lessons,
  vocabulary,
  classes: {},
  cities: {},
  shape: { width: 8, filters: 8, classes: [], labels },
} as unknown as Schooling

type Learned = { encoder: Encoder; rounding: Rounding[] }

const learned = (said: string[] = []): Promise<Learned> =>
  trainEncoder(schooling, (line) => said.push(line), { rounds: 60, batch: 4, rate: 0.02, seed: 1 })

describe('learning an encoder', () => {
  it('tells apart what it was taught', async () => {
    const { encoder } = await learned()
    const { labels: names, ...head } = encoder.heads.get('outside') as Head
    for (const [label, texts] of Object.entries(lines))
      for (const text of texts) {
        const words = text.split(' ')
        const scores = scoresBy({ labels: names, ...head }, encoding(encoder)({ words, classes: words.map(() => []) }))
        expect(names[scores.indexOf(Math.max(...scores))], text).toBe(label)
      }
  })

  it('comes to the same bytes from the same lessons, and tells how far it is', async () => {
    const said: string[] = []
    const bytes = ({ encoder, rounding }: Learned) => packEncoder(encoder, rounding)
    expect(bytes(await learned(said))).toEqual(bytes(await learned()))
    expect(said).toHaveLength(60)
    expect(said[0]).toMatch(/^round 1 of 60: loss \d/)
  })
})
