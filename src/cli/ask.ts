import { parseArgs } from 'node:util'
import { assistantWith } from '../dialogue/assistant.ts'
import { answerLines } from './ask/lines.ts'
import { compiledWorld } from './world.ts'

const usage = `npm run -s ask -- [--city <city>] [--lang nl|fr|en] [--at 2026-11-21T10:00:00+01:00] [--json] "your question"
npm run -s ask -- --jsonl < questions.jsonl > answers.jsonl`

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      city: { type: 'string' },
      lang: { type: 'string' },
      at: { type: 'string' },
      json: { type: 'boolean', default: false },
      jsonl: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const [text] = positionals
  if (values.help || (!values.jsonl && text === undefined)) {
    console.log(usage)
    process.exitCode = values.help ? 0 : 2
    return
  }
  const world = await compiledWorld()
  const assistant = assistantWith(world, () => new Date().toISOString())
  const cities = Object.keys(world.catalogue.cities)
  if (values.jsonl) {
    await answerLines(process.stdin, process.stdout, assistant, cities)
    return
  }
  const { answerOne, forPeople } = await import('./ask/one.ts')
  const answer = answerOne({ text, city: values.city ?? null, lang: values.lang, at: values.at }, assistant, cities)
  if (!answer.ok) {
    console.error(answer.error)
    process.exitCode = 2
    return
  }
  console.log(values.json ? JSON.stringify(answer.output, null, 2) : forPeople(answer.output))
}

await main()
