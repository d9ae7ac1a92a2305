import { describe, expect, test } from 'vitest'
import { anyScript } from '../../src/core/any-script.ts'

/** Every sign on its own, but for halves of signs beyond the first plane, and some of beyond. */
const signs = [...Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)), '𝔸', '𝟘', '😀', '𐐀']

/** A capital in either case is no question that anybody asks. */
const flagsOf: Record<string, string[]> = { L: ['u', 'iu'], Lu: ['u'], M: ['u'], N: ['u', 'iu'], Cc: ['u'], Cs: ['u'] }

describe.each(Object.keys(flagsOf))('the property %s', (property) => {
  test.each(flagsOf[property] ?? [])('holds the same signs as for the engine, with the flags %s', (flags) => {
    for (const [form, plain] of [
      [`[\\p{${property}}]`, `\\p{${property}}`],
      [`[^\\p{${property}}]`, `[^\\p{${property}}]`],
    ] as const) {
      const ours = anyScript(`^${form}$`, flags)
      const engine = new RegExp(`^${plain}$`, flags)
      const differ = signs.filter((sign) => ours(sign).test(sign) !== engine.test(sign))
      expect(differ).toEqual([])
    }
  })
})

test('words of several scripts are found in one text', () => {
  const words = anyScript('[\\p{L}\\p{N}]+', 'gu')
  for (const [text, found] of [
    ['Hoe vraag ik €5 “terug”, œuvre?', ['Hoe', 'vraag', 'ik', '5', 'terug', 'œuvre']],
    ['паспорт in Gent: جواز 😀 ½', ['паспорт', 'in', 'Gent', 'جواز', '½']],
  ] as const)
    expect(text.match(words(text))).toEqual(found)
})

test('a property that is not described is refused, instead of finding nothing', () => {
  expect(() => anyScript('[\\p{Script=Greek}\\p{P}]', 'u')('plain')).toThrow('P is not described')
})
