import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Message } from '../../../src/core/message.ts'
import { shown, taken } from './shown.ts'
import { choicesOf, messageOf, noor, workbench } from './workbench.ts'

const { adapter } = workbench()
const rendered = (message: Message) => adapter.render(message, noor).map(shown)
const titles = (message: Message): string[][] => rendered(message).map(({ taps }) => taps.map(({ title }) => title))

const long = 'Inschrijving in het bevolkingsregister na verhuizing'

describe('an answer', () => {
  test('is one message, as it was written', () => {
    const text =
      'Maak een afspraak.\n- Bellen: 09 210 10 10\n- https://stad.example/afspraak_maken\nBron: jaarrekening, r. 1115'
    expect(rendered(messageOf(text))).toEqual([{ text, taps: [] }])
  })

  test('that is too long for one is split between paragraphs, and nothing is lost', () => {
    const paragraphs = Array.from({ length: 30 }, (_, at) => `${at}: ${'woord '.repeat(50).trim()}.`)
    const parts = rendered(messageOf(paragraphs.join('\n\n')))
    expect(parts.length).toBeGreaterThan(1)
    expect(parts.map(({ text }) => text).join('\n\n')).toBe(paragraphs.join('\n\n'))
  })

  test('that says nothing is not sent', () => {
    expect(rendered(messageOf(' \n\u200b'))).toEqual([])
  })
})

describe('choices', () => {
  test('up to three are buttons', () => {
    const message = taken(
      adapter.render(messageOf('Wat bedoel je?', choicesOf('Reispas', 'Rijbewijs', 'Geen van deze')), noor)[0] ?? {},
    )
    expect(message).toMatchObject({ interactive: { type: 'button', body: { text: 'Wat bedoel je?' } } })
    expect(titles(messageOf('Wat?', choicesOf('Reispas', 'Rijbewijs')))).toEqual([['Reispas', 'Rijbewijs']])
  })

  test('four to ten are a list', () => {
    const labels = Array.from({ length: 10 }, (_, at) => `Dienst ${at}`)
    const message = taken(adapter.render(messageOf('Welke dienst?', choicesOf(...labels)), noor)[0] ?? {})
    expect(message).toMatchObject({ interactive: { type: 'list', action: { button: 'Kiezen' } } })
    expect(titles(messageOf('Welke?', choicesOf(...labels)))).toEqual([labels])
    expect(titles(messageOf('Welke?', choicesOf(...labels.slice(0, 4))))).toEqual([labels.slice(0, 4)])
  })

  test('beyond ten, nine and a way to the others', () => {
    const labels = Array.from({ length: 23 }, (_, at) => `Dienst ${at}`)
    const [only] = rendered(messageOf('Welke?', choicesOf(...labels)))
    expect(only?.taps.map(({ title }) => title)).toEqual([...labels.slice(0, 9), 'Meer…'])
    expect(only?.taps.at(-1)?.id).toBe('more:9')
  })

  test('with a label that is too long stand in full in the text, numbered like their buttons', () => {
    const [only] = rendered(messageOf('Wat bedoel je?', choicesOf('Reispas', long)))
    expect(only?.text).toBe(`Wat bedoel je?\n\n1. Reispas\n2. ${long}`)
    expect(only?.taps.map(({ title }) => title)).toEqual(['1. Reispas', '2. Inschrijving in…'])
  })

  test('of a list show their full label also below the title', () => {
    const [only] = rendered(messageOf('Welke?', choicesOf('A', 'B', 'C', long)))
    expect(only?.taps.at(-1)).toEqual({ id: 'c:4', title: '4. Inschrijving in het…', description: long })
    expect(only?.taps[0]).toEqual({ id: 'c:1', title: '1. A', description: undefined })
  })

  test('that look the same are told apart by their numbers', () => {
    expect(titles(messageOf('Welke?', choicesOf('Belasting', 'Belasting')))).toEqual([['1. Belasting', '2. Belasting']])
  })

  test('whose ids cannot travel are typed by their number', () => {
    for (const id of ['', ' ', 'x'.repeat(201)]) {
      const choices = [...choicesOf('Reispas'), { id, label: 'Rijbewijs' }]
      expect(rendered(messageOf('Welke?', choices))).toEqual([{ text: 'Welke?\n\n1. Reispas\n2. Rijbewijs', taps: [] }])
    }
    const twins = [...choicesOf('Reispas'), ...choicesOf('Rijbewijs')]
    expect(rendered(messageOf('Welke?', twins))[0]?.taps).toEqual([])
  })

  test('under a text that leaves no room for them come in a message of their own', () => {
    const text = 'Een lange uitleg. '.repeat(70).trim()
    const parts = rendered(messageOf(text, choicesOf('Ja', 'Nee')))
    expect(parts.map(({ taps }) => taps.length)).toEqual([0, 2])
    expect(parts[0]?.text).toBe(`${text}\n\n1. Ja\n2. Nee`)
    expect(parts[1]?.text).toBe('Kies hieronder, of typ het nummer.')
  })

  test('without a question still have words above them', () => {
    expect(rendered(messageOf('', choicesOf('Ja', 'Nee')))[0]?.text).toBe('Kies hieronder, of typ het nummer.')
  })
})

describe('text is never markup', () => {
  const textOf = (text: string, from: Message['from'] = 'desk'): string | undefined =>
    rendered(messageOf(text, [], from))[0]?.text

  test.each([
    ['*vet*', '∗vet∗'],
    ['_schuin_ en ~door~', 'ˍschuinˍ en ∼door∼'],
    ['```code```', 'ˋˋˋcodeˋˋˋ'],
    ['> citaat', '› citaat'],
    ['[stad.be](https://evil.example/*a*)', '[stad.be](https://evil.example/%2Aa%2A)'],
  ])('%s is shown as it is', (written, seen) => {
    expect(textOf(written)).toBe(seen)
  })

  test.each([
    'jan_peeters@stad.example',
    'https://stad.example/een_pad/*',
    'snake_case',
    '3>2',
    '- een lijstje',
    '1. eerst',
  ])('%s keeps its meaning', (written) => {
    expect(textOf(written)).toBe(written.replace('/*', '/%2A'))
  })

  test('nothing turns the reading order or hides between letters; emoji stay whole', () => {
    expect(textOf('\u202egro.live\u202c st\u200bad\u0007 👨‍👩‍👧')).toBe('gro.live stad 👨‍👩‍👧')
  })

  test('whatever is written, no sign stands where it would mean something', () => {
    const pieces = fc.constantFrom(
      '*',
      '_',
      '~',
      '`',
      '```',
      ' ',
      'a',
      'é',
      '1',
      '\n',
      '> ',
      'https://x.be/',
      '.',
      '👍🏽',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const text = textOf(parts.join('')) ?? ''
        expect(text).not.toMatch(/(?<![\p{L}\p{N}])[*_~`]|[*_~`](?![\p{L}\p{N}])|^>/mu)
      }),
    )
  })
})

describe('whatever is said', () => {
  const words = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      '👩🏽‍❤️‍💋‍👨🏻'.repeat(4),
      `e${'\u0301'.repeat(90)}`,
      'woord '.repeat(300),
      'x'.repeat(5000),
      '\n\n',
      '\ud800',
    ),
  )
  const label = words.map((text) => text.slice(0, 300))
  const someChoices = fc.array(label, { maxLength: 25 }).map((labels) => choicesOf(...labels))

  test('the platform takes it, and every choice can be reached', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 6 }), someChoices, (text, choices) => {
        const parts = rendered(messageOf(text.join('\n\n'), choices))
        const taps = parts.flatMap(({ taps }) => taps.map(({ id }) => id))
        const onPage = choices.length > 10 ? 9 : choices.length
        expect(taps.filter((id) => id.startsWith('c:'))).toEqual(choices.slice(0, onPage).map(({ id }) => id))
        expect(taps.includes('more:9')).toBe(choices.length > 10)
      }),
    )
  })

  test('parts joined again are the text, but for white space at the breaks; no character is halved', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), (text) => {
        const whole = text
          .join(' ')
          .toWellFormed()
          .replace(/[*_~`>\ufffd]/g, '')
        const parts = rendered(messageOf(whole)).map(({ text }) => text)
        const [joined, expected] = [parts.join(''), rendered(messageOf(whole)).length > 0 ? visible(whole) : '']
        expect(joined.replace(/\s/g, '')).toBe(expected.replace(/\s/g, ''))
        for (const part of parts) expect(part.isWellFormed()).toBe(true)
      }),
    )
  })
})

/** Without what a message never shows. */
const visible = (text: string): string =>
  text.replace(/[\p{Cc}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, (c) =>
    c === '\n' || c === '\t' ? c : '',
  )
