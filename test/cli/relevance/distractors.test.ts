import { describe, expect, it } from 'vitest'
import { quickVariants } from '../../../src/cli/relevance/ablation.ts'
import { crowded, isDistractor } from '../../../src/cli/relevance/crowded.ts'
import { madeDistractors, pickDistractors } from '../../../src/cli/relevance/distractors.ts'
import { askAll } from '../../../src/cli/relevance/lines.ts'
import { questionSets } from '../../../src/cli/relevance/questions.ts'
import { targetOf } from '../../../src/dialogue/targets.ts'
import { allPhrasings } from '../../../src/knowledge/compile/examples.ts'
import { readKnowledge } from '../../../src/knowledge/read.ts'
import { match } from '../../../src/search/match.ts'
import { worldFixture } from '../../fixtures/world.ts'

const world = worldFixture()
const { knowledge } = readKnowledge('knowledge')
const phrasings = allPhrasings(knowledge)
const slug = Object.keys(world.catalogue.cities)[0] ?? ''

describe('distractors', () => {
  it('are the same each time, and none is called as a page of ours', () => {
    const made = madeDistractors(50, phrasings)
    expect(madeDistractors(50, phrasings)).toEqual(made)
    const ours = { name: phrasings.find(({ voice }) => voice === 'name')?.text ?? '', description: '', keywords: [] }
    const picked = pickDistractors([...made, ours], 100, phrasings)
    expect(picked).toHaveLength(50)
    expect(picked.map(({ name }) => name)).not.toContain(ours.name)
  })

  it('stand in the way for real: who names one finds it, in that city only', { timeout: 120_000 }, () => {
    const invented = { name: 'kwixofant en zjubbelwuft', description: '', keywords: ['kwixofant zjubbel'] }
    const { catalogue, search } = crowded(world, { knowledge, phrasings }, slug, [invented], { learned: false }).world
    const found = (city: string) =>
      match({ ...search, without: new Set(['model', 'encoder']) }, 'kwixofant zjubbelwuft', city, (label) =>
        targetOf(label, catalogue.cities[city] ?? null, catalogue),
      ).candidates.some(({ target }) => isDistractor(target))
    const [, other = ''] = Object.keys(catalogue.cities)
    expect([found(slug), found(other)]).toEqual([true, false])
  })
})

describe('what is left out', () => {
  it.each(quickVariants(world).map(({ name, world }) => [name, world] as const))(
    '%s: changes answers',
    { timeout: 120_000 },
    (_name, without) => {
      const [dev] = questionSets('.', ['dev'])
      const ends = (of: typeof world) =>
        askAll(dev?.questions.slice(0, 150) ?? [], of, []).map(({ shown, confidence }) => [shown, confidence])
      expect(ends(without())).not.toEqual(ends(world))
    },
  )
})
