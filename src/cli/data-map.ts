import { writeFileSync } from 'node:fs'
import { dataMap } from './data-map/page.ts'

/** `npm run data-map`: writes the map of everything that is stored, out of the tables themselves. */
const page = 'docs/privacy/data-map.md'
writeFileSync(page, dataMap())
console.log(page)
