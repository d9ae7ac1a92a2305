import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { type AskOutput, askOutput } from '../../../src/core/ask.ts'
import type { Memory } from '../../../src/core/memory.ts'
import { assistantWith } from '../../../src/dialogue/assistant.ts'
import { moment, worldFixture } from '../../fixtures/world.ts'

const turn = z.strictObject({
  say: z.string().optional(),
  choice: z.string().optional(),
  outcome: z.string().optional(),
  city: z.string().nullable().optional(),
  lang: z.string().optional(),
  /** Service of the first answer. */
  first: z.string().optional(),
  /** Services of the answers, in any order. */
  services: z.array(z.string()).optional(),
  /** Ids of the choices: all that are named stand there; none at all when the list is empty. */
  offers: z.array(z.string()).optional(),
  unknown: z.array(z.string()).optional(),
  /** Patterns of the reply's text. */
  must: z.array(z.string()).default([]),
  never: z.array(z.string()).default([]),
})
type Turn = z.infer<typeof turn>
const dialogue = z.strictObject({ name: z.string(), city: z.string().nullable(), turns: z.array(turn).min(1) })
type Dialogue = z.infer<typeof dialogue>

const files = ['subject', 'replies', 'ways-out']
const read = (name: string): Dialogue[] =>
  z.array(dialogue).parse(parse(readFileSync(new URL(`./${name}.yaml`, import.meta.url), 'utf8')))

const assistant = assistantWith(worldFixture(), () => moment)

/** What is held against a turn, in the form of what the turn expects. */
function shown(output: AskOutput, expected: Turn): Record<string, unknown> {
  const services = output.answers.map(({ service }) => service)
  const offered = output.reply.choices.map(({ id }) => id)
  const all: Record<string, unknown> = {
    outcome: output.outcome,
    city: output.city,
    lang: output.lang,
    first: services[0] ?? null,
    services: services.toSorted(),
    offers: expected.offers?.length ? expected.offers.filter((id) => offered.includes(id)) : offered,
    unknown: expected.unknown?.filter((kind) => output.unknown.includes(kind as never)),
  }
  return Object.fromEntries(Object.keys(wanted(expected)).map((key) => [key, all[key]]))
}

function wanted({ say: _say, choice: _choice, must: _must, never: _never, services, ...rest }: Turn): object {
  return { ...rest, ...(services ? { services: services.toSorted() } : {}) }
}

describe.each(files)('a conversation: %s', (file) => {
  it.each(read(file))('$name', walk)

  function walk({ city, turns }: Dialogue): void {
    let memory: Memory | null = null
    for (const expected of turns) {
      const said = expected.choice === undefined ? { text: expected.say ?? '' } : { choice: expected.choice }
      const answer = assistant.talk({ said, city, lang: null, at: moment }, memory)
      memory = answer.memory
      const output = askOutput().parse(answer.output)
      const spoken = expected.say ?? expected.choice
      expect({ spoken, ...shown(output, expected) }).toEqual({ spoken, ...wanted(expected) })
      for (const pattern of expected.must) expect(output.reply.text).toMatch(new RegExp(pattern, 'u'))
      for (const pattern of expected.never) expect(output.reply.text).not.toMatch(new RegExp(pattern, 'u'))
    }
  }
})

it('there are at least forty of them, in three languages and five cities', () => {
  const all = files.flatMap(read)
  const turns = all.flatMap((one) => one.turns)
  expect(all.length).toBeGreaterThanOrEqual(40)
  expect(new Set(turns.flatMap(({ lang }) => lang ?? []))).toEqual(new Set(['nl', 'fr', 'en']))
  expect(new Set(all.flatMap(({ city }) => city ?? [])).size).toBe(5)
})
