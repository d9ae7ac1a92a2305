import { expect, it } from 'vitest'
import { worldFixture } from '../../fixtures/world.ts'

/** A page that an editor adds is left to the linear model until the encoder learns again: a few may be missing. */
const fewest = 0.98

it('the encoder has learned what content holds: else npm run train:encoder', () => {
  const { search, crisis, askedFact, contactType } = worldFixture()
  const learned = { intent: search.intent, crisis, 'asked-fact': askedFact, 'contact-type': contactType }
  for (const [task, { labels }] of Object.entries(learned)) {
    const known = new Set(search.encoder.heads.get(task as keyof typeof learned)?.labels)
    expect(labels.filter((label) => known.has(label)).length / labels.length, task).toBeGreaterThanOrEqual(fewest)
  }
})

it('the encoder tells what lies outside from what is ours', () => {
  expect(worldFixture().search.encoder.heads.get('outside')?.labels).toEqual(['ours', 'outside'])
})
