import { readFileSync } from 'node:fs'
import { describe, expect } from 'vitest'
import { parse } from 'yaml'
import { takeTurn } from '../../src/dialogue/turn.ts'
import { moment, worldFixture } from '../fixtures/world.ts'
import { notYet } from './danger-not-yet.ts'

/** Danger told in passing and words of danger that tell of none, by a hand that saw neither the content nor the program. */

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8')
const told = read('./told-in-passing.jsonl')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { id: string; text: string })
const lookalikes = parse(read('./lookalikes-second.yaml')) as { word: string; nl: string; fr: string }[]

const isDanger = (text: string): boolean =>
  takeTurn({ text, city: 'gent' }, worldFixture(), moment).outcome === 'crisis'

describe('danger told in passing', () => {
  for (const { id, text } of told) notYet(text)(`is recognised: ${id}`, () => expect(isDanger(text)).toBe(true))
})

describe('a word of danger in a message of somebody who is in none', () => {
  for (const { word, nl, fr } of lookalikes)
    for (const text of [nl, fr])
      notYet(text)(`does not disturb: "${word}", ${text}`, () => expect(isDanger(text)).toBe(false))
})
