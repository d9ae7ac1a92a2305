import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyser } from '../../../src/search/analysis/analyse.ts'
import { fold, longestRead, tokens } from '../../../src/search/analysis/fold.ts'
import { listsOf } from '../../../src/search/analysis/lists.ts'

const analyse = analyser({
  stop: ['ik', 'mijn', 'de', 'wil'],
  synonyms: listsOf({
    eid: 'identiteitskaart',
    'carte d identite': 'identiteitskaart',
    'uit elkaar gaan': 'scheiding',
  }),
  spelling: listsOf({ kwil: 'ik wil', gsm: 'telefoon' }),
  irregular: listsOf({ getrouwd: 'trouwen' }),
  openings: ['carte', 'uit'],
  falseFriends: [],
})
const terms = (text: string): string[] => analyse(text).terms

describe('analysis of a text', () => {
  it.each([
    ['aanvragen', 'aanvraag'],
    ['namen', 'naam'],
    ['brieven', 'brief'],
    ['boekje', 'boeken'],
    ['trouwen', 'getrouwd'],
    ['déménagements', 'demenagement'],
    ['permits', 'permit'],
  ])('brings %s and %s together', (one, other) => expect(terms(one)).toEqual(terms(other)))

  it.each([
    ['huren', 'huwen'],
    ['vervallen', 'bevallen'],
  ])('keeps %s and %s apart', (one, other) => expect(terms(one)).not.toEqual(terms(other)))

  it('adds what a word or a phrase means beside the words themselves, and leaves stop words out', () => {
    expect(terms('mijn eID')).toEqual(['=identiteitskaart', 'eid'])
    expect(terms('we gaan uit elkaar gaan')).toContain('=scheiding')
    expect(terms('ik wil de')).toEqual([])
  })

  it('reads chat spelling as it is meant', () => {
    expect(analyse('Kwil gsm').words).toEqual(['ik', 'wil', 'telefoon'])
  })
})

describe('folding', () => {
  it.each([
    ["l'Été à Gand", 'ete a gand'],
    ['ne brief', 'ne brief'],
    ["'k heb 't niet", 'k heb t niet'],
    ['pаspoort', 'paspoort'],
    ['pas\u200bpoort', 'paspoort'],
    ['i.d. kaart', 'id kaart'],
    ['Straße', 'strasse'],
    ['паспорт', 'паспорт'],
  ])('%s is read as %s', (text, read) => expect(tokens(fold(text)).join(' ')).toBe(read))

  it('of what was folded changes nothing more', () => {
    const once = (text: string): string => tokens(fold(text)).join(' ')
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('é', 'a', 'L', "'", ' ', '.', '9', 'и', 'ß') }), (text) => {
        expect(once(once(text))).toBe(once(text))
      }),
    )
  })

  it('is the same beside a word of another script, where no short cut is taken', () => {
    const latin1 = fc.string({ unit: fc.integer({ min: 0x20, max: 0x2ff }).map((code) => String.fromCodePoint(code)) })
    const written = fc.string({
      unit: fc.constantFrom('é', 'Ç', 'a', 'L', "'", '’', '`', ' ', '.', '9', 'ß', 'æ', 'ø'),
    })
    fc.assert(
      fc.property(fc.oneof(written, latin1), (text) => {
        expect(tokens(fold(`${text} я`))).toEqual([...tokens(fold(text)), 'я'])
      }),
      { numRuns: 2000 },
    )
  })
})

describe('a flood of text', () => {
  const flood = (piece: string): string => piece.repeat(Math.ceil((100 * 1024) / piece.length))

  it.each(['qzxjk ', 'a', 'é', '\u200b', 'ﷺ', 'pа ', "l'", 'i.d.', '👩‍👧 '])(
    'of %j is read as far as a question may go',
    (piece) => {
      const { words } = analyse(flood(piece))
      expect(words.join(' ').length).toBeLessThanOrEqual(longestRead)
      expect(analyse(`${flood(piece)} paspoort`)).toEqual(analyse(flood(piece)))
    },
  )
})

it('refuses a word that holds a sign which parts words', () => {
  expect(() => listsOf({ 'a=b': 'c' })).toThrow(/a=b/)
})

it('knows no word by a name that every object has', () => {
  const words = ['constructor', 'tostring', '__proto__', 'hasownproperty']
  expect(words.map((word) => analyse(word).words.join(' '))).toEqual([
    'constructor',
    'tostring',
    'proto',
    'hasownproperty',
  ])
})
