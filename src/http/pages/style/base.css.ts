/** Sizes are relative, so that text can grow; the colours here are those of no city. */
export const base = `
:root {
  --accent: #1d3557; --on-accent: #fff; --accent-text: #1d3557; --radius: 6px;
  --ink: #1b1f24; --soft: #4d555e; --line: #858d96; --hair: #dfe3e8; --paper: #fff; --tint: #f4f6f8;
  --tint: color-mix(in srgb, var(--accent) 6%, #fff);
  --round: min(var(--radius), 10px);
}
*, *::before, *::after { box-sizing: border-box }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; min-height: 100vh; display: flex; flex-direction: column; overflow-wrap: anywhere }
main { flex: 1 }
main:focus { outline: none }
.wide { width: 100%; max-width: 46rem; margin-inline: auto; padding-inline: min(1.25rem, 6vw) }
h1, h2, h3, h4 { line-height: 1.25; margin: 0; text-wrap: balance }
h1 { font-size: clamp(1.75rem, 1.3rem + 2.2vw, 2.5rem); letter-spacing: -0.015em }
h2 { font-size: 1.5rem; letter-spacing: -0.01em }
h3 { font-size: 1.125rem }
h4 { font-size: 1rem }
p { margin: 0.75rem 0 0 }
ul, ol { list-style: none; margin: 0; padding: 0 }
dl, dd { margin: 0 }
a { color: var(--accent-text); text-underline-offset: 0.18em; text-decoration-thickness: 1px }
a:hover { text-decoration-thickness: 2px }
button, input { font: inherit; color: inherit }
button { cursor: pointer }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; border-radius: 2px }
.skip { position: absolute; inset-inline-start: 0.5rem; top: 0; transform: translateY(-110%); z-index: 1; background: var(--paper); padding: 0.75rem 1rem }
.skip:focus { transform: none; top: 0.5rem }
.tongue { display: block }
.top .tongue, .bottom .tongue, .human a .tongue, .more .tongue { display: inline }
.top .tongue:not(:last-of-type)::after, .bottom .tongue:not(:last-of-type)::after, .human a .tongue:not(:last-of-type)::after, .more .tongue:not(:last-of-type)::after { content: " ·" }
`
