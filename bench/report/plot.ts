import * as Plot from '@observablehq/plot'
import { parseHTML } from 'linkedom'
import type { Share } from '../../src/cli/relevance/intervals.ts'

/** Ourselves and the two opponents: the same colour and the same sign in every chart, so that neither has to be seen. */
export const contestants = ['Loketwijzer', '(a) site search', '(b) MiniSearch, our content'] as const
export const colours = { domain: [...contestants], range: ['#0b5394', '#c2570c', '#6b7280'] }
export const symbols = { domain: [...contestants], range: ['circle', 'triangle', 'square'] as Plot.SymbolType[] }

const { document } = parseHTML('<!doctype html><html><body></body></html>')

export const width = 860

/** A chart as markup: drawn on a document without a browser. `title` is what it shows, for those who do not see it. */
export function drawn(title: string, options: Plot.PlotOptions): string {
  const chart = Plot.plot({
    width,
    marginBottom: 46,
    style: { fontSize: '13px', fontFamily: 'inherit', background: 'transparent', color: '#1b1f24' },
    ariaLabel: title,
    ...options,
    x: { labelOffset: 40, ...options.x },
    document: document as unknown as NonNullable<Plot.PlotOptions['document']>,
  })
  for (const svg of chart.tagName === 'svg' ? [chart] : chart.querySelectorAll('svg')) svg.setAttribute('role', 'img')
  return chart.outerHTML
}

export const percent = ({ part, of }: Share): number => (100 * part) / of
export const percentAxis = { label: 'percent', domain: [0, 100], grid: true } as const
