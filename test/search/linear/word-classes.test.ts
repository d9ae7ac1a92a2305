import { describe, expect, it } from 'vitest'
import { classReader, headsOf } from '../../../src/search/linear/word-classes.ts'

const read = classReader(
  headsOf({
    neg: ['niet', 'geen', "n'ai pas"],
    want: ['wil', 'will~'],
    last: ['wil', 'niet meer', 'é'],
  }),
)
const classes = (text: string) => read(text.split(' ')).map(({ at, classes: names }) => `${at}:${names.join('+')}`)

describe('classes of words', () => {
  it('are read from whole words, beginnings and phrases, each at its place', () => {
    expect(classes('ik wil niet meer')).toEqual(['1:want+last', '2:neg+last'])
    expect(classes('hij willigt')).toEqual(['1:want'])
    expect(classes('e')).toEqual(['0:last'])
  })

  it('are not read from other words, or from names that every object has', () => {
    expect(classes('wi wilde nietig constructor __proto__')).toEqual([])
  })

  it('refuse a word with a sign that parts them: it would be read as two', () => {
    expect(() => headsOf({ neg: ['niet|geen'] })).toThrow(/neg/)
  })
})
