import type { Problem } from '../problem.ts'
import type { Knowledge } from '../read.ts'

type Rgb = [red: number, green: number, blue: number]

const white: Rgb = [255, 255, 255]
const black: Rgb = [0, 0, 0]

const text = 4.5
const shape = 3

/** The colours of a city can be read: text 4.5, surfaces and borders 3 (WCAG 2.2, 1.4.3 and 1.4.11). */
export function contrast({ cities }: Knowledge): Problem[] {
  return cities.flatMap(({ slug, city: { theme } }) => {
    const [accent, onAccent, accentText] = [theme.accent, theme.onAccent, theme.accentText].map(rgb) as [Rgb, Rgb, Rgb]
    const tint = mix(white, accent, 0.06)
    const pairs = [
      { field: 'onAccent', name: 'tekst op het accent', ink: onAccent, paper: accent, least: text },
      { field: 'accentText', name: 'het accent als tekst op wit', ink: accentText, paper: white, least: text },
      {
        field: 'accentText',
        name: 'het accent als tekst op de lichte tint',
        ink: accentText,
        paper: tint,
        least: text,
      },
      { field: 'accent', name: 'een knop in het accent op wit', ink: accent, paper: white, least: shape },
    ]
    return pairs
      .filter(({ ink, paper, least }) => ratio(ink, paper) < least)
      .map(({ field, name, ink, paper, least }) => ({
        file: `${slug}/city.yaml`,
        field: `theme.${field}`,
        message: `${name}, ${hex(ink)} op ${hex(paper)}, heeft contrast ${shown(ratio(ink, paper))}; nodig is ${shown(least)}. ${advice(ink, paper, least)}`,
      }))
  })
}

/** What would be enough: another shade of the one, or of the other where that is the city's to choose. */
function advice(ink: Rgb, paper: Rgb, least: number): string {
  const found = [nearest(ink, paper, least), paper === white ? undefined : nearest(paper, ink, least)]
  return `Probeer ${found.filter(Boolean).join(', of als ondergrond ')}`
}

/** The nearest shade of a colour that stands out enough from another, darker or else lighter. */
function nearest(ink: Rgb, paper: Rgb, least: number): string | undefined {
  const shades = [black, white].flatMap((end) => {
    for (let share = 0.02; share <= 1; share += 0.02) {
      const shade = mix(ink, end, share)
      if (ratio(shade, paper) >= least) return [{ shade, share }]
    }
    return []
  })
  const [first] = shades.toSorted((a, b) => a.share - b.share)
  return first && hex(first.shade)
}

const rgb = (colour: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as Rgb
const hex = (colour: Rgb): string => `#${colour.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`
const mix = (from: Rgb, to: Rgb, share: number): Rgb =>
  from.map((part, at) => Math.round(part + ((to[at] ?? 0) - part) * share)) as Rgb
const shown = (value: number): string => (Math.floor(value * 100) / 100).toLocaleString('nl-BE')

/** Contrast ratio of WCAG 2.2, 1 to 21. */
function ratio(one: Rgb, other: Rgb): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((part) => {
    const value = part / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }) as Rgb
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
