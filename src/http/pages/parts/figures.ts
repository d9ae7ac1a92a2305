import { html } from 'hono/html'
import type { FiguresGroup, PublishedFigures } from '../../../core/figures.ts'
import { dateIn } from '../../../core/in-words.ts'
import type { Texts } from '../../../core/language.ts'
import { figuresBar, figuresTable } from './figures-table.ts'
import { languageSwitch } from './language-switch.ts'
import { layout } from './layout.ts'
import { type Html, plainly, tell, type Voice } from './voice.ts'

/** The page with the figures of the last measurement that was published; without one it says so. */
export function figuresSheet(voice: Voice, path: string, figures: PublishedFigures | null): Html {
  const body = figures ? measured(figures, voice) : html`<p>${tell(voice, 'page.figures.none')}</p>`
  const main = html`<article class="wide statement-page figures"><h1>${tell(voice, 'page.figures.title')}</h1>${body}</article>`
  return layout({ title: plainly(voice, 'page.figures'), voice, languages: languageSwitch(voice, path), main })
}

function measured(figures: PublishedFigures, voice: Voice): Html {
  const { groups, unseen, outside, set, content } = figures
  const of = (kind: FiguresGroup['kind']): FiguresGroup[] => groups.filter((group) => group.kind === kind)
  const [all] = of('all')
  const whole = [...of('all'), ...of('city').filter(({ id }) => id === voice.city?.id)]
  const part = (name: string, rows: FiguresGroup[]): Html | '' =>
    rows.length === 0 ? '' : html`<section>${figuresTable(name, rows, voice)}</section>`
  const outOfScope = { n: String(outside.n), right: String(outside.right) }
  return html`<p class="intro">${tell(voice, 'page.figures.intro', { date: dates(figures.measuredOn), n: String(all?.n ?? 0) })}</p>
<p${unseen ? '' : html` class="note"`}>${tell(voice, unseen ? 'page.figures.unseen' : 'page.figures.seen')}</p>
${content === voice.catalogue.hash ? '' : html`<p>${tell(voice, 'page.figures.changed')}</p>`}
${all ? figuresBar(all, voice) : ''}
${part('page.figures.whole', whole)}
<p>${tell(voice, 'page.figures.siteSearch.text')}</p>
${outside.n > 0 ? html`<p>${tell(voice, 'page.figures.outside', outOfScope)}</p>` : ''}
${part('page.figures.byLanguage', of('language').toSorted(byCount))}
${part('page.figures.byTheme', of('theme').toSorted(byCount))}
<p>${tell(voice, 'page.figures.small')}</p>
<section><h2>${tell(voice, 'page.figures.repeat.title')}</h2><p>${tell(voice, 'page.figures.repeat.text')}</p>
<p><code>npm ci</code><br><code>npm run relevance -- ${commandFor(set)}</code></p></section>`
}

/** The same day in each language. */
const dates = (day: string): Texts => ({ nl: dateIn('nl', day) ?? day, fr: dateIn('fr', day), en: dateIn('en', day) })

const byCount = (one: FiguresGroup, other: FiguresGroup): number => other.n - one.n

/** What to type to measure the same sets again: several are taken as one. */
const commandFor = (set: string): string => {
  const names = set.split(' + ').map((name) => `--set ${name}`)
  return [...names, ...(names.length > 1 ? ['--together'] : [])].join(' ')
}
