import { readFileSync, writeFileSync } from 'node:fs'
import type { Figures } from '../src/cli/relevance/figures.ts'
import { page } from './report/page.ts'

/** `node bench/report.ts figures.json report.html`: the last measurement on one page, to look at. `npm run relevance -- --report` calls it. */
const [data = '', target = ''] = process.argv.slice(2)
writeFileSync(target, page(JSON.parse(readFileSync(data, 'utf8')) as Figures))
