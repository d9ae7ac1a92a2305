import { describe, expect, it } from 'vitest'
import type { Question } from '../../../src/cli/relevance/judge.ts'
import { linesOfQuestions } from '../../../src/cli/train/question-lines.ts'
import { readKnowledge } from '../../../src/knowledge/read.ts'

const { knowledge } = readKnowledge('knowledge')
const asked = (text: string, given: Partial<Question>): Question => ({
  ...{ id: text, text, lang: 'nl', city: 'gent', expected: [], outcome: 'answer', set: 'citizens_nl', tags: [] },
  ...given,
})
const linesOf = (text: string, given: Partial<Question>) => linesOfQuestions([asked(text, given)], knowledge)
const labels = (text: string, given: Partial<Question>): string[] =>
  linesOf(text, given).phrasings.map(({ label }) => label)

describe('a question that teaches the encoder', () => {
  it('tells the page, also where a body has the same id', () => {
    expect(labels('ik wil trouwen', { expected: ['gent/huwelijksaangifte'] })).toEqual(['concept:huwelijksaangifte'])
    expect(labels('rijbewijs halen', { city: 'maldegem', expected: ['maldegem/burgerzaken'] })).toEqual([
      'service:maldegem/burgerzaken',
    ])
    expect(labels('wie keurt rekeningen goed', { expected: ['gent/interne-audit'] })).toEqual([
      'organisation:gent/interne-audit',
    ])
  })

  it('tells nothing of what is to be asked back, and the first of what several things answer', () => {
    const both = ['gent/reispas', 'gent/identiteitskaart']
    expect(labels('een reisdocument', { expected: both, outcome: 'clarify' })).toEqual([])
    expect(labels('een reisdocument', { expected: both })).toHaveLength(1)
  })

  it('tells danger by its kind, what only sounds like it, and what no city does', () => {
    expect(linesOf('hij slaat mij', { outcome: 'crisis', tags: ['kind:violence'] }).crisis).toEqual({
      violence: ['hij slaat mij'],
    })
    expect(linesOf('mijn plant sterft', { outcome: 'abstain', set: 'crisis_lookalikes' })).toMatchObject({
      lookalikes: ['mijn plant sterft'],
      outside: ['mijn plant sterft'],
    })
  })

  it('tells which fact is asked for, and that none is only where a reader noted it', () => {
    const page = { expected: ['gent/uitpas'] }
    expect(linesOf('wat kost hij', { ...page, asks: ['cost'] }).askedFacts).toEqual({ cost: ['wat kost hij'] })
    expect(linesOf('ik wil er een', { ...page, asks: [] }).askedFacts).toEqual({ none: ['ik wil er een'] })
    expect(linesOf('ik wil er een', page).askedFacts).toEqual({})
    expect(linesOf('hoeveel passen erin', { ...page, asks: [], tags: ['group:fact'] }).askedFacts).toEqual({})
  })
})
