import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Figures } from './figures.ts'

const folder = '.generated/relevance'

/**
 * Draws the figures on one page. The library that draws is a package of `bench/`, so that nobody else has to fetch it;
 * it is fetched at the first report. Gives back the path of the page.
 */
export function report(root: string, figures: Figures): string {
  mkdirSync(join(root, folder), { recursive: true })
  const data = join(folder, 'figures.json')
  const page = join(folder, 'report.html')
  writeFileSync(join(root, data), JSON.stringify(figures))
  const here = { cwd: root, stdio: 'inherit' } as const
  if (!existsSync(join(root, 'bench/node_modules/@observablehq/plot')))
    execFileSync('npm', ['ci', '--prefix', 'bench'], here)
  execFileSync(process.execPath, ['bench/report.ts', data, page], here)
  return page
}
