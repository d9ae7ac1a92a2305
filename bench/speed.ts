import { compiledWorld } from '../src/cli/world.ts'
import { median, quantile } from './boot/statistics.ts'
import { askAll } from './speed/ask-all.ts'
import { floods } from './speed/floods.ts'
import { matchAll } from './speed/match-all.ts'
import { questionsOf } from './speed/questions.ts'

/** How long a thousand questions take from the command line, one question to be matched, and a text that wants to be slow. */
const count = 1000
const runs = 3

const root = process.cwd()
const world = await compiledWorld()
const questions = questionsOf(root, count)

askAll(root, questions.slice(0, 1))
const pairs = Array.from({ length: runs }, () => ({
  all: askAll(root, questions),
  one: askAll(root, questions.slice(0, 1)),
}))
const [all, one] = [median(pairs.map((pair) => pair.all.took)), median(pairs.map((pair) => pair.one.took))]
const same = new Set(pairs.map((pair) => pair.all.hash)).size === 1
console.log(`\n${count} questions through npm run ask, start included, median of ${runs}`)
console.log(`  all         ${(all / 1000).toFixed(2)} s, ${same ? 'the same bytes every time' : 'DIFFERENT BYTES'}`)
console.log(
  `  one         ${(one / 1000).toFixed(2)} s, so ${((all - one) / (count - 1)).toFixed(2)} ms for each further one`,
)

matchAll(world, questions)
const times = matchAll(world, questions)
console.log(`\nmatching one of ${count} questions, ${world.search.index.documentCount} entries in the index`)
console.log(`  p50 ${quantile(times, 0.5).toFixed(2)} ms, p99 ${quantile(times, 0.99).toFixed(2)} ms`)

console.log('\nmatching 100 KB of text that wants to be slow')
const [city = null] = Object.keys(world.catalogue.cities)
for (const [name, text] of Object.entries(floods)) {
  const [took = Number.NaN] = matchAll(world, [{ text, city }])
  console.log(`  ${took.toFixed(1).padStart(6)} ms  ${name}`)
}
