import { expect, it } from 'vitest'
import type { Figures } from '../../../src/cli/relevance/figures.ts'
import type { Line } from '../../../src/cli/relevance/lines.ts'
import { publishedOf } from '../../../src/cli/relevance/publish.ts'
import { slicesOf } from '../../../src/cli/relevance/slices.ts'

const ends = ['atOnce', 'asked', 'abstained', 'wrong', 'other'] as const

/** Lines of one language that end in each of the ways in turn. */
const lines = (lang: string, count: number): Line[] =>
  Array.from({ length: count }, (_, at) => {
    const end = ends[at % ends.length]
    const is = (one: string): boolean => end === one
    return {
      question: { id: String(at), text: '', lang, city: null, expected: [], outcome: 'answer', set: '', tags: [] },
      theme: 'none',
      verdict: {
        first: is('atOnce'),
        third: false,
        atOnce: is('atOnce'),
        asked: is('asked'),
        abstained: is('abstained'),
        answered: false,
        wrong: is('wrong'),
      },
      opponents: [{ first: at % 2 === 0, third: true, right: true, score: 1 }],
    } as unknown as Line
  })

const figures = (set: string): Figures =>
  ({
    set,
    measuredOn: '2026-11-21',
    content: 'x',
    goals: [],
    slices: slicesOf([...lines('nl', 20), ...lines('fr', 9)]),
  }) as never

it('what is published adds up, and leaves out groups of fewer than ten', () => {
  const { groups } = publishedOf(figures('heldout-b'))
  expect(groups.map(({ kind, id, n }) => `${kind} ${id} ${n}`)).toEqual(['all all 29', 'language nl 20'])
  for (const { n, right, asked, wrong, unknown } of groups) expect(right + asked + wrong + unknown).toBe(n)
  expect(groups[1]).toMatchObject({ right: 4, asked: 4, unknown: 4, wrong: 8, siteSearch: 10 })
})

it('says whether nobody tuned on the questions', () => {
  expect(publishedOf(figures('heldout-b')).unseen).toBe(true)
  expect(publishedOf(figures('dev + heldout-b')).unseen).toBe(false)
  expect(publishedOf(figures('dev')).unseen).toBe(false)
})
