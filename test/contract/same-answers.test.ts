import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { type Draft, draftOf } from '../../src/core/message.ts'
import { type Outcome, outcomes } from '../../src/core/outcome.ts'
import { assistantWith } from '../../src/dialogue/assistant.ts'
import { worldFixture } from '../fixtures/world.ts'
import { readRows } from '../journeys/row.ts'
import { benchFor } from './bench.ts'
import type { Subject } from './subject.ts'

/**
 * The same question, asked on each way in and on the command line, ends the same way with the same pages and sources.
 * Two hundred questions of all the sets that we may look at, drawn with a seed, each outcome at least five times. Which
 * city is meant is never asked where a city is given, as it is on the web.
 */
const size = 200
const seed = 20261121
const least = 5
const city = 'gent'
const at = '2026-11-21T09:00:00.000Z'

const subjects = await Promise.all(
  readdirSync('adapters', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(async ({ name }): Promise<[string, Subject]> => {
      const file = `../adapters/${name}/subject.ts`
      return [name, ((await import(file)) as { subject: Subject }).subject]
    }),
)

const assistant = assistantWith(worldFixture(), () => at)
/** As the command line answers. Only a conversation can be handed over: the command line tells how to reach a person. */
const asked = remembered((text: string): Draft => {
  const { output } = assistant.talk({ said: { text }, city, lang: null, at }, null)
  return draftOf(output.outcome === 'handed-off' ? output : assistant.ask({ text, city, at }))
})

function remembered<T>(find: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const found = known.get(text) ?? find(text)
    known.set(text, found)
    return found
  }
}

const ofSets = ['dev', 'dev-2'].flatMap((set) =>
  readFileSync(`test/relevance/${set}.jsonl`, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { text: string; city?: string | null })
    .filter((question) => question.city === city)
    .map(({ text }) => text),
)
const ofEditors = (parse(readFileSync(`knowledge/${city}/questions.yaml`, 'utf8')) as { text: string }[]).map(
  ({ text }) => text,
)
const ofJourneys = readRows(new URL('../journeys/systems.yaml', import.meta.url)).flatMap(({ asked, wordings }) => [
  asked,
  ...wordings,
])
/** Little but personal data, which no set holds so often. */
const personal = [
  '85.07.30-033.28',
  '0470 12 34 56',
  'BE68 5390 0754 7034',
  'an.peeters@voorbeeld.be',
  'mijn nummer 85.07.30-033.28',
  '0486/55 44 33',
]

/** To the assistant about itself, and what happens in a life: no set holds those so often either. */
const aboutItself = [
  'ben jij een robot?',
  'wie leest dit allemaal?',
  'dankjewel!',
  'merci beaucoup',
  'wat kan je?',
  'who made you?',
]
const districts = [
  'in welk district ligt de Onbekendestraat?',
  'in welke deelgemeente ligt de Verzonnenlaan?',
  'in welk district woon ik?',
  'tot welke deelgemeente behoort de Nergensdreef?',
  'in welke deelgemeente ligt dat?',
  'welk district is de Zomaarstraat?',
]
const lifeEvents = [
  'ons kindje is geboren',
  'mijn vader is overleden',
  'we gaan uit elkaar',
  'ik kom in Gent wonen',
  'my mother has died',
  'notre fils est né hier',
]

const all = [
  ...new Set([...ofSets, ...ofEditors, ...ofJourneys, ...personal, ...aboutItself, ...districts, ...lifeEvents]),
]
const [drawn = []] = fc.sample(fc.shuffledSubarray(all, { minLength: all.length }), { seed, numRuns: 1 })

/** Those of rare outcomes first, up to the least of each, then whatever was drawn. */
function sample(): string[] {
  const some = [...byOutcome.values()].flatMap((texts) => texts.slice(0, least))
  return [...new Set([...some, ...drawn])].slice(0, size)
}

const byOutcome = Map.groupBy(drawn, (text) => asked(text).outcome)

/** Outcomes that a conversation in one city cannot reach: its city is known, and what comes in was looked at before. */
const unreachable = ['clarifying.city', 'error.invalid', 'error.unavailable'] satisfies Outcome[]
const reachable = outcomes.filter((outcome) => !(unreachable as Outcome[]).includes(outcome))

it('each outcome is asked for at least five times', () => {
  const times = Map.groupBy(sample(), (text) => asked(text).outcome)
  expect(reachable.filter((outcome) => (times.get(outcome)?.length ?? 0) < least)).toEqual([])
  expect(sample()).toHaveLength(size)
})

/** What has to be the same everywhere. */
const essence = ({ outcome, blocks }: Pick<Draft, 'outcome' | 'blocks'>): unknown => ({
  outcome,
  services: blocks.flatMap((block) => (block.t === 'service' ? [block.id] : [])),
  sources: blocks.flatMap((block) =>
    block.t === 'sources' ? block.items.map(({ title, lines }) => [title, lines]) : [],
  ),
})

/** What was said in answer to somebody: the greeting apart. */
const answers = `SELECT body FROM message JOIN inbox USING (arrival)
  WHERE inbox.seq IS NOT NULL AND json_extract(body, '$.from') = 'bot' ORDER BY message.seq`

describe.each(subjects)('%s', (_, subject) => {
  it('answers as the command line does', { timeout: 300_000 }, async () => {
    const texts = sample()
    expect(texts).toHaveLength(size)
    const bench = benchFor(subject)
    const different: string[] = []
    for (const [nth, text] of texts.entries()) {
      const from = `person-${nth}`
      await subject.begin?.(from, bench.ask)
      await bench.ask(await subject.deliver([{ id: `q${nth}`, from, text }]))
      // Everybody is new, so their conversation is the last one that was begun.
      const database = [...bench.objects.storages.values()].at(-1)?.database
      const rows = database?.prepare(answers).all() ?? []
      const told = rows[0] ? (JSON.parse(String(rows[0].body)) as Draft) : { outcome: null, blocks: [] }
      const same = JSON.stringify(essence(told)) === JSON.stringify(essence(asked(text)))
      if (!same) different.push(`${nth}: ${told.outcome}`)
    }
    expect(different).toEqual([])
  })
})
