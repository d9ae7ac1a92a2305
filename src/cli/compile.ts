import { ContentError, compile } from '../knowledge/compile/compile.ts'
import { buildAccessibility } from './accessibility/build.ts'
import { buildDesk } from './desk/build.ts'
import { buildKit } from './kit/build.ts'
import { StartProblem } from './start/problem.ts'
import { buildWidget } from './widget/build.ts'

await buildWidget(process.cwd())
await buildDesk(process.cwd())
const started = performance.now()
try {
  buildAccessibility(process.cwd())
  await buildKit(process.cwd())
  const { hash, fresh } = compile(process.cwd(), (line) => console.log(line))
  console.log(
    fresh ? `compiled ${hash} in ${((performance.now() - started) / 1000).toFixed(1)} s` : `up to date (${hash})`,
  )
} catch (error) {
  process.exitCode = 1
  if (error instanceof StartProblem) console.error(error.message)
  else if (!(error instanceof ContentError)) throw error
  else
    console.error(`${error.message}\n\n${error.problems.length} problemen in knowledge/. Los ze op en probeer opnieuw.`)
}
