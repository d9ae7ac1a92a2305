import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { takeTurn } from '../dialogue/turn.ts'
import { allPhrasings } from '../knowledge/compile/examples.ts'
import { readKnowledge } from '../knowledge/read.ts'
import { judge, type Question, ranksFirst, type Verdict } from './relevance/judge.ts'
import { type Opponent, sameContent, siteSearch } from './relevance/opponents.ts'
import { editorsQuestions, questionSets } from './relevance/questions.ts'
import { percent, table, tally } from './relevance/tally.ts'
import { compiledWorld } from './world.ts'

/**
 * How well questions find their page, beside two opponents on the same questions.
 * `--set dev` prints one set, `--missed` every question that was not right at once.
 */
const { values } = parseArgs({ options: { set: { type: 'string' }, missed: { type: 'boolean', default: false } } })
const root = process.cwd()
const world = await compiledWorld()
const moment = '2026-11-21T10:00:00+01:00'
const sets = new Map([...questionSets(root), ['questions.yaml', editorsQuestions(root)] as const])
const dev = sets.get('dev') ?? []
const phrasings = allPhrasings(readKnowledge(join(root, 'knowledge')).knowledge)
const answerable = (questions: Question[]): Question[] =>
  questions.filter(({ outcome }) => outcome === 'answer' || outcome === 'clarify')
const firstBy = (rank: Opponent['rank'], questions: Question[], depth: number): number =>
  questions.filter((question) => ranksFirst(rank(question.text, question.city), question, world.catalogue, depth))
    .length
const opponents = [
  siteSearch(world.catalogue),
  sameContent(world.catalogue, phrasings, (rank) => firstBy(rank, answerable(dev), 1)),
]

for (const [name, questions] of sets) {
  if (values.set && values.set !== name) continue
  console.log(`\n## ${name}: ${questions.length} questions\n`)
  const judged = questions.map((question) => ({ question, verdict: verdictOf(question) }))
  console.log(sliceTable(judged))
  console.log(`\n${opponentTable(judged)}`)
  if (values.missed) for (const { question, verdict } of judged) if (!verdict.atOnce) console.log(missed(question))
}

function verdictOf(question: Question): Verdict {
  return judge(question, takeTurn({ text: question.text, city: question.city }, world, moment), world.catalogue)
}

type Judged = { question: Question; verdict: Verdict }

function sliceTable(judged: Judged[]): string {
  const head = ['slice', 'n', 'right first', 'in first 3', 'at once', 'asked', 'abstained', 'confident wrong']
  const slices = [
    'all',
    ...keys(judged, ({ outcome }) => `outcome ${outcome}`),
    ...keys(judged, ({ lang }) => `language ${lang}`),
    ...keys(judged, ({ city }) => `city ${city ?? 'unknown'}`),
  ]
  const rows = slices.map((slice) => {
    const found = judged.filter(({ question }) => slice === 'all' || slicesOf(question).includes(slice))
    const { n, first, third, atOnce, asked, abstained, wrong } = tally(found.map(({ verdict }) => verdict))
    return [slice, String(n), ...[first, third, atOnce, asked, abstained, wrong].map((count) => percent(count, n))]
  })
  return table([head, ...rows])
}

function slicesOf({ outcome, lang, city }: Question): string[] {
  return [`outcome ${outcome}`, `language ${lang}`, `city ${city ?? 'unknown'}`]
}
function keys(judged: Judged[], of: (question: Question) => string): string[] {
  return [...new Set(judged.map(({ question }) => of(question)))].sort()
}

function opponentTable(judged: Judged[]): string {
  const asked = judged.filter(({ question }) => question.outcome === 'answer' || question.outcome === 'clarify')
  const ours = tally(asked.map(({ verdict }) => verdict))
  const questions = asked.map(({ question }) => question)
  const row = (name: string, first: number, third: number): string[] => [
    name,
    percent(first, ours.n),
    percent(third, ours.n),
  ]
  return table([
    [`answerable (${ours.n})`, 'right first', 'in first 3'],
    row('loketwijzer', ours.first, ours.third),
    ...opponents.map(({ name, rank }) => row(name, firstBy(rank, questions, 1), firstBy(rank, questions, 3))),
  ])
}

function missed(question: Question): string {
  const { outcome, confidence, services, organisations } = takeTurn(
    { text: question.text, city: question.city },
    world,
    moment,
  )
  const found = [...services, ...organisations].map(({ id, score }) => `${id} ${score}`).join(', ')
  return `${question.id} [${question.city}] wants ${question.outcome} ${question.expected.join('/')}; got ${outcome} ${confidence}: ${found} :: ${question.text}`
}
