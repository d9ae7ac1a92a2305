import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FiguresGroup, PublishedFigures } from '../../core/figures.ts'
import type { Figures } from './figures.ts'
import { isHeldOut } from './questions.ts'
import type { Slice } from './slices.ts'

const folder = 'docs/figures'
const file = `${folder}/last-run.json`
/** A group of fewer questions is not shown: one of them would move it by more than ten points. */
const fewest = 10

/** Keeps what the public page shows. @throws without the opponents: the page shows them too. */
export function publish(root: string, figures: Figures): string {
  if (figures.opponents.length === 0) throw new Error('publish with the opponents: leave out --alone')
  mkdirSync(join(root, folder), { recursive: true })
  writeFileSync(join(root, file), `${JSON.stringify(publishedOf(figures), null, 1)}\n`)
  return file
}

export function publishedOf({ set, measuredOn, content, slices, goals }: Figures): PublishedFigures {
  const outside = goals.find(({ name }) => name.startsWith('out of scope'))
  return {
    measuredOn,
    set,
    unseen: set.split(' + ').every(isHeldOut),
    content,
    groups: slices.flatMap(groupOf),
    outside: { n: outside?.n ?? 0, right: Math.round(((outside?.value ?? 0) * (outside?.n ?? 0)) / 100) },
  }
}

const kinds: FiguresGroup['kind'][] = ['all', 'city', 'language', 'theme']
/** Not a theme of content: what is expected there is no page. */
const noThemes = ['other-body', 'organisation', 'none', '']

function groupOf({ name, answerable: { n, atOnce, asked, abstained, opponents } }: Slice): FiguresGroup[] {
  const [kind, id = 'all'] = name.split(' ') as [FiguresGroup['kind'], string?]
  if (!kinds.includes(kind) || n < fewest || id === 'unknown' || (kind === 'theme' && noThemes.includes(id))) return []
  return [
    {
      kind,
      id,
      n,
      right: atOnce.part,
      asked: asked.part,
      wrong: n - atOnce.part - asked.part - abstained.part,
      unknown: abstained.part,
      siteSearch: opponents[0]?.first.part ?? 0,
    },
  ]
}
