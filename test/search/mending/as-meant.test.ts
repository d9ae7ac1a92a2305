import { describe, expect, it } from 'vitest'
import { analyser } from '../../../src/search/analysis/analyse.ts'
import { listsOf } from '../../../src/search/analysis/lists.ts'
import { asMeant } from '../../../src/search/mending/as-meant.ts'
import { worldFixture } from '../../fixtures/world.ts'

const analyse = analyser({
  stop: ['ik', 'mijn', 'is'],
  synonyms: listsOf({ eid: 'identiteitskaart', 'openbare weg': 'straat' }),
  openings: ['openbare'],
  spelling: listsOf({}),
  irregular: listsOf({}),
  falseFriends: [],
})
const upper = (word: string): string => `<${word}>`
const meant = (text: string, mend: (word: string) => string | undefined) => asMeant(analyse(text), mend)

describe('a text as it was probably meant', () => {
  it('has the term in the place of the word, once and for all: it is not analysed again', () => {
    const analysis = meant('mijn rijbewjis is weg', (word) => (word === 'rijbewjis' ? 'rijbewijs' : undefined))
    expect(analysis.words).toEqual(['mijn', 'rijbewijs', 'is', 'weg'])
    expect(analysis.terms).toEqual(['rijbewijs', 'weg'])
  })

  it('is the same analysis when nothing is mended', () => {
    const analysis = analyse('mijn rijbewijs')
    expect(asMeant(analysis, () => undefined)).toBe(analysis)
  })

  it('leaves stop words, synonyms and the words of a synonym of several alone', () => {
    expect(meant('ik mijn eid openbare weg vuil', upper).words.join(' ')).toBe('ik mijn eid openbare weg <vuil>')
  })

  it('has six words mended at most, the first ones', () => {
    expect(meant('a1 b1 c1 d1 e1 f1 g1 h1', upper).words.slice(5)).toEqual(['<f1>', 'g1', 'h1'])
  })

  it('is what is matched: slips and short forms of the words of content come to its terms', () => {
    const { search } = worldFixture()
    const read = search.meant
    expect(read('rijbewijs').terms).toContain(read('riijbewijs').terms[0])
    expect(read('identiteitskaart').terms).toContain(read('identiteitskrat').terms[0])
    expect(read('rijbewijs')).toEqual(search.analyse('rijbewijs'))
    expect(read('').terms).toEqual([])
  })
})
