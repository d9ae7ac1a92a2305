import type { Figures } from '../../src/cli/relevance/figures.ts'
import { abstentionChart, calibrationChart, goalsChart, slicesChart } from './charts.ts'
import { ablationChart, comparisonsChart } from './charts-of-change.ts'
import { style } from './style.ts'
import { comparisonTable, confusionTable, goalTable, labelledTable, slicesTable } from './tables.ts'
import { escaped, section } from './text.ts'

const kinds = [
  ['language', 'By language'],
  ['city', 'By city'],
  ['theme', 'By theme'],
  ['set', 'By set of questions'],
  ['tag', 'By tag'],
] as const

/** The whole report: one file, no script, nothing from elsewhere. */
export function page(figures: Figures): string {
  const { set, n, measuredOn, content, goals, calibration } = figures
  const met = goals.filter((goal) => goal.met).length
  const title = `Relevance: ${set}`
  const parts = [
    section(
      'goals',
      'Against the goals',
      `${met} of ${goals.length} goals are reached. The bar is the 95 % interval, the upright stroke the goal; triangles and squares are the opponents.`,
      goalsChart(figures),
      goalTable(figures),
    ),
    ...kinds.map(([kind, name]) =>
      section(
        kind,
        name,
        'Right first on questions that a page answers; in brackets how many.',
        slicesChart(figures, kind),
        slicesTable(figures, kind),
      ),
    ),
    section(
      'hardship',
      'Typing errors and distractors',
      'From the open dot to the arrowhead: right first before and after.',
      comparisonsChart(figures),
      comparisonTable(figures),
    ),
    section(
      'calibration',
      'How sure it says to be',
      `Ten bins of equal count. On the dashed line it is honest, above it is more often right than it says. Expected calibration error ${calibration.named.error.toFixed(3)} on ${calibration.named.n} lines with something named, ${calibration.answerable.error.toFixed(3)} on ${calibration.answerable.n} that a page answers.`,
      calibrationChart(figures),
    ),
    section(
      'abstention',
      'When only the surest are answered',
      'An answer where none exists counts as wrong; what ended as danger is left out. The further to the left the line stays high, the better it knows what it does not know.',
      abstentionChart(figures),
    ),
    section(
      'ablation',
      'What each part is worth',
      'Points of "right first" without a part. The confidence is kept as it was learned with everything, so part of a loss is that it no longer fits.',
      ablationChart(figures),
    ),
    section('confusions', 'The worst confusions', 'By ids only.', confusionTable(figures)),
    section('labelled', 'Contact types and danger', 'With Wilson’s 95 % interval.', labelledTable(figures)),
  ].filter(({ body }) => body !== '')
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)}</title><style>${style}</style></head>
<body>
<header><h1>${escaped(title)}</h1>
<p>${n} questions, measured on ${measuredOn}, content <code>${escaped(content)}</code>. Opponents on the same questions: (a) plain site search; (b) our own content in the setting of MiniSearch that does best.</p>
<nav aria-label="Parts"><ul>${parts.map(({ id, name }) => `<li><a href="#${id}">${name}</a></li>`).join('')}</ul></nav></header>
<main>${parts.map(({ html }) => html).join('\n')}</main>
</body></html>
`
}
