import { describe, expect, it } from 'vitest'
import { targetOf } from '../../src/dialogue/targets.ts'
import { isMended, type Match, match } from '../../src/search/match.ts'
import { worldFixture } from '../fixtures/world.ts'

const { search, catalogue } = worldFixture()
const [place] = Object.values(catalogue.cities)
const city = place?.id ?? ''
const inCity = (label: string): string | null => targetOf(label, place ?? null, catalogue)
const matched = (text: string, resolve = inCity): Match => match(search, text, city, resolve)
const sum = (shares: number[]): number => shares.reduce((a, b) => a + b, 0)

const questions = ['ik ben verhuisd', 'mijn identiteitskaart is gestolen', 'je veux me marier', 'zzz qqq', '']

describe('what a text may be about', () => {
  it.each(questions)('is a list of at most ten, the likeliest first: %j', (text) => {
    const { candidates } = matched(text)
    expect(candidates.length).toBeGreaterThan(0)
    expect(candidates.length).toBeLessThanOrEqual(10)
    expect(candidates.map(({ share }) => share)).toEqual(candidates.map(({ share }) => share).sort((a, b) => b - a))
    expect(sum(candidates.map(({ share }) => share))).toBeLessThanOrEqual(1 + 1e-9)
    expect(new Set(candidates.map(({ target }) => target)).size).toBe(candidates.length)
  })

  it.each(questions)('comes with clues between 0 and 2, never without a number: %j', (text) => {
    for (const clue of Object.values(matched(text).clues)) {
      expect(clue).toBeGreaterThanOrEqual(0)
      expect(clue).toBeLessThanOrEqual(2)
    }
  })

  it('is found in spite of slips, for words are read as they were probably meant unless we ask otherwise', () => {
    const [right, wrong] = [matched('identiteitskaart vernieuwen'), matched('identietskaart vernieuwne')]
    expect(wrong.candidates[0]?.target).toBe(right.candidates[0]?.target)
    expect([right.clues.known, wrong.clues.known]).toEqual([1, 1])
    const written = match(search, 'identietskaart vernieuwne', city, inCity, 'written')
    expect(written.clues.known).toBeLessThan(1)
  })

  it('changes when the encoder too reads what was meant, and is the same where nothing is mended', () => {
    const shareOf = (text: string, read?: 'halfway'): number =>
      match(search, text, city, inCity, read).candidates[0]?.share ?? 0
    expect(isMended(search, 'identietskaart vernieuwne')).toBe(true)
    expect(shareOf('identietskaart vernieuwne', 'halfway')).not.toBe(shareOf('identietskaart vernieuwne'))
    expect(isMended(search, 'identiteitskaart vernieuwen')).toBe(false)
    expect(shareOf('identiteitskaart vernieuwen', 'halfway')).toBe(shareOf('identiteitskaart vernieuwen'))
  })

  it('adds up labels that end at the same page', () => {
    const { candidates } = matched('ik ben verhuisd', () => 'common/one')
    expect(candidates.map(({ target }) => target)).toEqual(['common/one'])
    expect(candidates[0]?.share).toBeCloseTo(1)
    expect(candidates[0]?.labels.length).toBe(search.reachable.get(city)?.size)
  })

  it('is never what leads nowhere, nor what only another city has', () => {
    const [first] = matched('ik ben verhuisd').candidates
    const without = matched('ik ben verhuisd', (label) => {
      const target = inCity(label)
      return target === first?.target ? null : target
    })
    expect(without.candidates.map(({ target }) => target)).not.toContain(first?.target)
    const labels = matched('dienst').candidates.flatMap((candidate) => candidate.labels)
    expect(labels.every((label) => search.reachable.get(city)?.has(label))).toBe(true)
  })

  it('stays the same when it is asked again', () =>
    expect(matched('ik ben verhuisd')).toEqual(matched('ik ben verhuisd')))

  it('is not steered by a flood behind the question', () => {
    const flood = 'qzxjkw '.repeat(15_000)
    expect(matched(`${'paspoort '.repeat(500)}${flood}`).candidates).toEqual(
      matched('paspoort '.repeat(500)).candidates,
    )
  })
})
