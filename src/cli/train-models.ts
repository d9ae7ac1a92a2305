import { parseArgs } from 'node:util'
import { compile } from '../knowledge/compile/compile.ts'
import { forgetModels, keepModels } from '../knowledge/compile/kept.ts'

const usage = `npm run train:models              keeps the models of this content in knowledge/common/learned, so that a first build is quick
npm run train:models -- --anew    learns all of them anew first; git status then tells whether they came out the same`

const { values } = parseArgs({
  options: { anew: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
})
if (values.help) console.log(usage)
else keep(process.cwd())

function keep(root: string): void {
  if (values.anew) forgetModels(root)
  const say = (line: string): void => console.log(line)
  compile(root, say)
  console.log(`kept: ${keepModels(root).join(', ')}`)
  // The kept models are part of the content: what was compiled from it is marked as being of it again.
  compile(root, say)
}
