import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { madeDistractors, pickDistractors, readDistractors } from '../src/cli/relevance/distractors.ts'
import { isAnswerable } from '../src/cli/relevance/judge.ts'
import { questionSets, together } from '../src/cli/relevance/questions.ts'
import { busiestCity } from '../src/cli/relevance/robustness.ts'
import { percent, table } from '../src/cli/relevance/table.ts'
import { compiledWorld } from '../src/cli/world.ts'
import { allPhrasings } from '../src/knowledge/compile/examples.ts'
import { readKnowledge } from '../src/knowledge/read.ts'
import { documentsOf } from './engines/documents.ts'
import type { Engine } from './engines/engine.ts'
import { floor } from './engines/floor.ts'
import { libraries } from './engines/libraries.ts'
import { nlp } from './engines/nlp.ts'
import { matching, ourWorld, wholeTurn } from './engines/ours.ts'
import { type Asked, type Result, type Runner, race } from './engines/race.ts'

/**
 * `npm run bench:engines`: quality and speed in one run, ourselves beside the libraries that one would reach for, on the
 * pages of the city that is asked most, filled up with distractors to each size. `--distractors <file>` fills up with
 * the products of a file, else with pages made of our own words; `--size 126` runs one size.
 */
const { values } = parseArgs({
  options: {
    size: { type: 'string', multiple: true, default: ['126', '1000', '10000'] },
    distractors: { type: 'string', multiple: true, default: [] },
  },
})
const root = process.cwd()
const world = await compiledWorld()
const { knowledge } = readKnowledge(join(root, 'knowledge'))
const content = { knowledge, phrasings: allPhrasings(knowledge) }
const { questions } = together(questionSets(root, ['dev', 'dev-2']))
const city = busiestCity(questions)
const own = documentsOf(world, content.phrasings, city)
const asked: Asked[] = questions
  .filter((question) => question.city === city && isAnswerable(question))
  .map(({ text, expected }) => ({ text, right: new Set(expected) }))
  .filter(({ right }) => own.some(({ id }) => right.has(id)))
const most = Math.max(...values.size.map(Number))
const distractors = pickDistractors(
  [...readDistractors(root, values.distractors), ...madeDistractors(most, content.phrasings)].slice(0, most),
  most,
  content.phrasings,
)

for (const size of values.size.map(Number)) {
  const around = distractors.slice(0, Math.max(0, size - own.length))
  const crowd = ourWorld(world, content, city, around)
  const documents = documentsOf(crowd.world, crowd.phrasings, city)
  console.log(`\n## ${documents.length} documents, ${asked.length} questions\n`)
  const runners: Runner[] = [
    { name: 'Loketwijzer, matching', search: matching(crowd.world, city), buildMs: Number.NaN },
    { name: 'Loketwijzer, the whole turn', search: wholeTurn(crowd.world, city), buildMs: Number.NaN },
  ]
  for (const engine of [floor, ...libraries, nlp]) {
    if (documents.length > (engine.most ?? Infinity))
      console.log(`${engine.name}: not built with more than ${engine.most}`)
    else runners.push(await built(engine))
  }
  console.log(tableOf(await race(runners, asked)))

  async function built({ name, build }: Engine): Promise<Runner> {
    const begun = performance.now()
    const search = await build(documents)
    return { name, search, buildMs: performance.now() - begun }
  }
}

/** Times in milliseconds, and as a multiple of MiniSearch with its defaults in the same run. */
function tableOf(results: Result[]): string {
  const miniSearch = results.find(({ name }) => name === 'MiniSearch, defaults')
  const ms = (value: number): string => (Number.isNaN(value) ? '' : value.toFixed(value < 10 ? 3 : 0))
  const rows = results.map(({ name, n, first, third, p50, p99, buildMs }) => [
    name,
    String(n),
    percent(first, n),
    percent(third, n),
    ms(p50),
    n < 100 ? '' : ms(p99),
    (p50 / (miniSearch?.p50 ?? Number.NaN)).toFixed(2),
    n < 100 ? '' : (p99 / (miniSearch?.p99 ?? Number.NaN)).toFixed(2),
    ms(buildMs),
  ])
  const head = [
    '',
    'asked',
    'right first',
    'in 3',
    'p50 ms',
    'p99 ms',
    'p50 × MiniSearch',
    'p99 × MiniSearch',
    'build ms',
  ]
  return table([head, ...rows])
}
