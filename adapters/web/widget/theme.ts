import type { WidgetConfig } from './config.ts'

const system = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif'

/**
 * The city's colours as the only thing that differs between cities. A host page may set `--loketwijzer-accent` and its
 * like; then the contrast, which the build checks for the city's own colours, is the page's to keep.
 */
export const themeOf = ({ theme: { accent, onAccent, accentText, radius, font } }: WidgetConfig): string => {
  const own = { accent, 'on-accent': onAccent, 'accent-text': accentText, radius }
  const tokens = Object.entries(own).map(([name, value]) => `--${name}:var(--loketwijzer-${name},${value})`)
  const face = font === 'system' ? `font-family:var(--loketwijzer-font,${system})!important` : ''
  return `:host{${[...tokens, face].join(';')}}`
}
