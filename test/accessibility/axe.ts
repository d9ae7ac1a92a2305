import axe, { type AxeResults, type Result } from 'axe-core'
import type { Page } from 'playwright-core'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const options = { runOnly: { type: 'tag', values: rules }, resultTypes: ['violations', 'incomplete'] }

/** What axe says of a page, each as `rule: where`. */
export type Found = {
  violations: string[]
  /** What axe leaves to a person, and we cannot explain either. */
  unexplained: string[]
  /**
   * Contrast that axe cannot see: of what is scrolled out of sight, lies beside something that covers it, or is a single
   * character. It was computed instead from the colours alone, and is enough; `lowest` is the worst of them.
   */
  computed: { count: number; lowest: number }
}

/** Examines a page without frames, shadow trees included. axe is loaded once into each: that takes longer than a run. */
export async function examine(page: Page): Promise<Found> {
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axe.source)
  const { violations, incomplete } = (await page.evaluate(run)) as Pick<AxeResults, 'violations' | 'incomplete'>
  const left = places(incomplete)
  const contrast = left.filter(({ rule }) => rule === 'color-contrast')
  const ratios = (await page.evaluate(`(${measure})(${JSON.stringify(contrast.map(({ path }) => path))})`)) as Ratio[]
  const enough = ratios.filter(({ ratio, wanted }) => ratio >= wanted)
  return {
    violations: places(violations).map(line),
    unexplained: [
      ...left.filter(({ rule }) => rule !== 'color-contrast').map(line),
      ...contrast.flatMap((place, at) => {
        const { ratio, wanted } = ratios[at] as Ratio
        return ratio >= wanted ? [] : [`${line(place)} has ${ratio}, not ${wanted}`]
      }),
    ],
    computed: { count: enough.length, lowest: Math.min(...enough.map(({ ratio }) => ratio)) },
  }
}

type Ratio = { ratio: number; wanted: number }
type Place = { rule: string; path: string[] }

const run = `axe.run(${JSON.stringify(options)}).then(({ violations, incomplete }) => ({ violations, incomplete }))`

const places = (results: Result[]): Place[] =>
  results.flatMap(({ id, nodes }) => nodes.map(({ target }) => ({ rule: id, path: target.flat() })))

const line = ({ rule, path }: Place): string => `${rule}: ${path.join(' ')}`

/**
 * Runs in the page: contrast by WCAG 2.2 of the text of elements, each found by a path through shadow trees, against the
 * nearest background that is not transparent around it.
 */
const measure = `(paths) => {
  const brush = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  const channels = (color) => {
    brush.clearRect(0, 0, 1, 1)
    brush.fillStyle = color
    brush.fillRect(0, 0, 1, 1)
    return [...brush.getImageData(0, 0, 1, 1).data]
  }
  const luminance = (color) => {
    const [r, g, b] = channels(color).map((value) => value / 255).map((value) => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const around = (element) => {
    for (let at = element; at; at = at.assignedSlot ?? at.parentElement ?? at.getRootNode().host) {
      const { backgroundColor } = getComputedStyle(at)
      if (channels(backgroundColor)[3] === 255) return backgroundColor
    }
    return '#fff'
  }
  return paths.map((path) => {
    const element = path.reduce((root, selector) => (root.shadowRoot ?? root).querySelector(selector), document)
    const { color, fontSize, fontWeight } = getComputedStyle(element)
    const [light, dark] = [luminance(color), luminance(around(element))].sort((a, b) => b - a)
    const size = parseFloat(fontSize)
    const large = size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700)
    return { ratio: Math.floor((light + 0.05) / (dark + 0.05) * 100) / 100, wanted: large ? 3 : 4.5 }
  })
}`
