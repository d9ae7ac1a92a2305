import { readOptions, usage } from './relevance/options.ts'
import { run } from './relevance/run.ts'

/**
 * `npm run relevance`: how well questions find their page, beside two opponents on the same questions. Prints tables of
 * each set; `--help` names what else it can do.
 */
const options = readOptions(process.argv.slice(2))
if (options.help) console.log(usage)
else await run(process.cwd(), options)
