import { expect, it } from 'vitest'
import type { Phrasing } from '../../src/knowledge/compile/examples.ts'
import { compileSearch } from '../../src/knowledge/compile/search.ts'
import { readKnowledge } from '../../src/knowledge/read.ts'
import { openIndex } from '../../src/search/words/open-index.ts'

/** Which ways of asking stand in the word index: see decision 0068. */

const { knowledge } = readKnowledge('knowledge')
const voices = ['zoekbalk', 'gewoon'] as const
/** A line with a word of its own in a plain voice, so that the index tells whether it holds the line. */
const line = (label: string, language: string, at: number, of: number): Phrasing => ({
  text: `qw${label.slice(-1)}${language}x${at}`,
  label,
  language,
  voice: voices[Math.floor((at * voices.length) / of)] ?? 'gewoon',
  city: null,
})
const lines = (label: string, language: string, count: number): Phrasing[] =>
  Array.from({ length: count }, (_, at) => line(label, language, at, count))

function indexed(phrasings: Phrasing[]): Phrasing[] {
  const { entriesOf } = openIndex(compileSearch(knowledge, phrasings).index)
  return phrasings.filter(({ text }) => entriesOf(text) > 0)
}

it('holds a hundred lines of a page and language, spread over the voices, and all of a page with fewer', () => {
  const [many, few, other] = [lines('concept:a', 'nl', 350), lines('concept:b', 'nl', 40), lines('concept:a', 'fr', 60)]
  const found = indexed([...many, ...few, ...other])
  const ofMany = found.filter(({ label, language }) => label === 'concept:a' && language === 'nl')
  expect(ofMany).toHaveLength(100)
  for (const voice of voices) {
    const some = ofMany.filter((one) => one.voice === voice).length
    expect(some, voice).toBeGreaterThanOrEqual(33)
  }
  expect(found.filter(({ label }) => label === 'concept:b')).toHaveLength(40)
  expect(found.filter(({ language }) => language === 'fr')).toHaveLength(60)
})

it('holds twice as many of what lies outside our scope', () => {
  expect(indexed(lines('none:a', 'nl', 350))).toHaveLength(200)
})

it('holds thirty of a language that is recognised and not written', () => {
  expect(indexed(lines('concept:a', 'tr', 98))).toHaveLength(30)
})

it.each(['verhaal', 'spreektaal', 'nieuwkomer', 'balie'] as const)(
  'holds no word that one page says once, in "%s" only',
  (voice) => {
    const stories = lines('concept:a', 'nl', 60).map((one): Phrasing => ({ ...one, voice }))
    const twice = { ...(stories[1] as Phrasing), text: `${stories[0]?.text} ${stories[1]?.text}` }
    const found = indexed([...stories, twice])
    expect(found.map(({ text }) => text)).toEqual([stories[0]?.text, stories[1]?.text])
  },
)
