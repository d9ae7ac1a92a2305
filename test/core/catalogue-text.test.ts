import { expect, it } from 'vitest'
import { readCatalogue, writeCatalogue } from '../../src/core/catalogue-text.ts'
import { worldFixture } from '../fixtures/world.ts'

const { catalogue } = worldFixture()

it('a catalogue comes back from its text as it was written, and writing leaves it alone', () => {
  const before = JSON.stringify(catalogue)
  const text = writeCatalogue(catalogue)
  expect(readCatalogue(text)).toEqual(JSON.parse(before))
  expect(JSON.stringify(catalogue)).toBe(before)
})

it('what pages share is written once', () => {
  expect(writeCatalogue(catalogue).length).toBeLessThan(JSON.stringify(catalogue).length * 0.75)
})
