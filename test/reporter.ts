import type { TestCase, TestModule } from 'vitest/node'
import type { Reporter } from 'vitest/reporters'

type Counts = { passed: number; failed: number; skipped: number; todo: number }

/** Closes the run in plain words: which tests were not run and why, and the count on a line of its own. */
export default class TallyReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const skipped = tests.filter((test) => stateOf(test) === 'skipped')
    if (skipped.length > 0) console.log(`Not run:\n${skipped.map(line).join('\n')}`)
    const { passed, failed, todo } = count(tests)
    if (todo > 0) console.log(`${todo} todo`)
    console.log(`${passed} passed, ${failed + broken(modules) + unhandled.length} failed, ${skipped.length} skipped`)
  }
}

function count(tests: TestCase[]): Counts {
  const counts: Counts = { passed: 0, failed: 0, skipped: 0, todo: 0 }
  for (const test of tests) counts[stateOf(test)] += 1
  return counts
}

/** A test that never came to an end has not passed. */
function stateOf(test: TestCase): keyof Counts {
  if (test.options.mode === 'todo') return 'todo'
  const { state } = test.result()
  return state === 'pending' ? 'failed' : state
}

/** Files and groups that broke outside their tests, for example while they were loaded. */
const broken = (modules: readonly TestModule[]): number =>
  modules.reduce(
    (sum, module) =>
      sum + module.errors().length + [...module.children.allSuites()].flatMap((suite) => suite.errors()).length,
    0,
  )

function line(test: TestCase): string {
  const result = test.result()
  const why = result.state === 'skipped' && result.note ? `: ${result.note}` : ''
  return `  ${test.module.relativeModuleId} > ${test.fullName}${why}`
}
