import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { ContentError } from '../knowledge/compile/compile.ts'
import { applyProposals, readProposals } from '../knowledge/propose/apply.ts'
import { compare, type Moved } from './propose/compare.ts'
import { questionSets } from './relevance/questions.ts'
import { compiledWorld } from './world.ts'

const usage = `npm run propose -- voorstellen-<stad>.yaml            toont wat de voorstellen herstellen en breken in questions.yaml
npm run propose -- voorstellen-<stad>.yaml --apply    neemt ze over in de inhoud`

/** `npm run propose`: what ways of asking that the desk proposes mend and break, before an editor takes them over. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { apply: { type: 'boolean' }, help: { type: 'boolean' } },
  })
  const [file] = positionals
  if (values.help || !file) {
    console.log(usage)
    process.exitCode = values.help ? 0 : 2
    return
  }
  const proposals = readProposals(readFileSync(file, 'utf8'))
  if (values.apply) {
    console.log(`${applyProposals(process.cwd(), proposals)} overgenomen; kijk ze na met: npm run compile`)
    return
  }
  console.error('de inhoud wordt apart opgebouwd: dat duurt een paar minuten')
  const { questions = [] } = questionSets(process.cwd(), ['questions.yaml'])[0] ?? {}
  const result = compare(proposals, await compiledWorld(), questions, new Date().toISOString())
  const { added, mended, broken } = result
  console.log(`${added} nieuwe manieren van vragen, geprobeerd op ${result.questions} vragen`)
  console.log(`herstelt ${mended.length}, breekt ${broken.length}`)
  tell('over de pagina’s met voorstellen', mended, broken, true)
  tell('elders, omdat alles opnieuw geleerd wordt', mended, broken, false)
}

function tell(title: string, mended: Moved[], broken: Moved[], near: boolean): void {
  const lines = [
    ...mended.filter((one) => one.near === near).map(({ text }) => `  + ${text}`),
    ...broken.filter((one) => one.near === near).map(({ text }) => `  - ${text}`),
  ]
  if (lines.length > 0) console.log([`${title}:`, ...lines].join('\n'))
}

await main().catch((error: Error) => {
  console.error(error.message)
  if (error instanceof ContentError) console.error('De voorstellen passen niet in de inhoud: pas ze aan.')
  process.exitCode = 1
})
