import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { phraseFinder, phraseTest, wordsOf } from '../../src/search/patterns.ts'

const holds = (phrase: string, text: string): boolean => phraseTest([phrase])(wordsOf(text))

describe('a phrase', () => {
  it.each([
    ['wat kost', 'En wat kost dat?'],
    ['hoe lang * duurt', 'Hoe lang duurt het?'],
    ['hoe lang * duurt', 'hoe lang dat dan duurt'],
    ['hoe lang * duurt', 'hoe lang een aanvraag meestal duurt'],
    ['open~', 'Wat zijn de openingsuren?'],
    ['wanneer * open~', 'wanneer is het zwembad opengesteld'],
    ['numéro de téléphone', 'Votre NUMERO de telephone svp'],
    ["combien coûte l'acte", 'combien coute l’acte ?'],
    ["combien coûte l'acte", 'combien coute l acte'],
    ["combien coûte l'acte", 'combien coute acte'],
    ['wat kost', 'wat kost'],
  ])('%s is in: %s', (phrase, text) => expect(holds(phrase, text)).toBe(true))

  it.each([
    ['wat kost', 'wat kosten'],
    ['wat kost', 'wat het kost'],
    ['kost', 'onkosten'],
    ['hoe lang * duurt', 'hoe lang is het dat dit duurt'],
    ['open~', 'heropenen'],
    ['wat kost dat', 'wat kost'],
    ['*', 'wat dan ook'],
    ['?!', 'wat ?! dan'],
  ])('%s is not in: %s', (phrase, text) => expect(holds(phrase, text)).toBe(false))

  it('is found wherever it stands between other words', () => {
    const word = fc.constantFrom('de', 'kost', 'wat', 'hoe', 'x')
    fc.assert(
      fc.property(fc.array(word), fc.array(word), (before, after) => {
        expect(holds('wat * kost', [...before, 'wat', 'de', 'kost', ...after].join(' '))).toBe(true)
      }),
    )
  })
})

describe('groups of phrases', () => {
  const find = phraseFinder([
    ['cost', ['wat kost', 'prijs~']],
    ['hours', ['wanneer * open']],
    ['none', []],
  ])

  it('are named by what a text holds, each once', () => {
    expect([...find(wordsOf('Wat kost het, wat kost dat, en wanneer zijn jullie open?'))].sort()).toEqual([
      'cost',
      'hours',
    ])
    expect(find(wordsOf('prijslijst'))).toEqual(new Set(['cost']))
  })

  it('are none in an empty text', () => expect(find('')).toEqual(new Set()))
})
