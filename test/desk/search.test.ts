import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { typeAtDesk } from '../../src/cli/relevance/desk.ts'
import { rankIn } from '../../src/desk/search/rank.ts'
import { packTyped, unpackTyped } from '../../src/search/typed/typed-index.ts'
import { worldFixture } from '../fixtures/world.ts'

const world = worldFixture()
const typed = unpackTyped(new Uint8Array(readFileSync('.generated/assets/desk.bin')))
const rank = rankIn(typed, world.search, world.catalogue)
const top = (text: string, city = 'gent'): string | undefined => rank(text, city)[0]?.target

test('an agent who types beginnings, shorthand and slips finds the page', () => {
  expect(top('identk')).toBe('gent/identiteitskaart')
  expect(top('rdv bz')).toBe('gent/afspraak-burgerzaken')
  expect(top('fietswrak')).toBe('gent/melding')
  expect(top('levensatt', 'jette')).toBe('jette/attesten')
})

test('nothing typed, or a city that is not ours, gives no list', () => {
  expect(rank(' ', 'gent')).toEqual([])
  expect(rank('pas', 'constructor')).toEqual([])
})

test('small talk is no card', () => {
  expect(rank('hallo goeiemorgen', 'gent').filter(({ target }) => /^(about|none):/.test(target))).toEqual([])
})

test('what agents typed, letter by letter, stays as good as it was measured', () => {
  const [, first, third] = /first ([\d.]+) %, in three ([\d.]+) %/.exec(
    typeAtDesk(process.cwd(), 'test/desk/agent-tune.jsonl', world),
  ) as RegExpExecArray
  expect(Number(first)).toBeGreaterThanOrEqual(88)
  expect(Number(third)).toBeGreaterThanOrEqual(97)
}, 60_000)

test('the packed index gives back every word with what it says of each label', () => {
  const words = fc.uniqueArray(fc.stringMatching(/^[a-z0-9é]{1,12}$/), { maxLength: 200 })
  const labels = Array.from({ length: 9 }, (_, at) => `concept:${at}`)
  const weights: fc.Arbitrary<[number, number][]> = fc.uniqueArray(
    fc.tuple(fc.nat(8), fc.integer({ min: 1, max: 400 })),
    {
      selector: ([label]) => label,
      minLength: 1,
      maxLength: 9,
    },
  )
  fc.assert(
    fc.property(words, fc.infiniteStream(weights), (all, stream) => {
      const found = new Map(all.map((word) => [word, new Map<number, number>(stream.next().value)]))
      const index = unpackTyped(packTyped(labels, found))
      const read = new Map(
        index.words.map((word, at) => {
          const { labels: of, weights: given } = index.postings(at)
          return [word, [...of].map((label, place) => [label, given[place]])]
        }),
      )
      const wanted = new Map([...found].map(([word, of]) => [word, [...of].sort(([a], [b]) => a - b)]))
      if (all.length > 0) expect(read).toEqual(wanted)
    }),
  )
})
