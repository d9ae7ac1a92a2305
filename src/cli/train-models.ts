import { parseArgs } from 'node:util'
import { ContentError, compile } from '../knowledge/compile/compile.ts'
import { keepModels } from '../knowledge/compile/kept.ts'
import { forgetCompiled, modelNames } from '../knowledge/compile/learn.ts'

const usage = `npm run train:models              keeps the models of this content in knowledge/common/learned, so that a first build is quick
npm run train:models -- --anew    learns all of them anew first; git status then tells whether they came out the same`

const { values } = parseArgs({
  options: { anew: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
})
if (values.help) console.log(usage)
else keep(process.cwd(), values.anew)

function keep(root: string, anew: boolean): void {
  const say = (line: string): void => console.log(line)
  try {
    if (anew) forgetCompiled(root)
    compile(root, say, { kept: !anew })
  } catch (error) {
    if (!(error instanceof ContentError)) throw error
    console.error(error.message)
    process.exitCode = 1
    return
  }
  keepModels(root, modelNames)
  console.log(`kept: ${modelNames.join(', ')}`)
  // The kept models are part of the content: what was compiled from it is marked as being of it again.
  compile(root, say)
}
