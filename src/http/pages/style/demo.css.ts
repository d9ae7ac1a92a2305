/** A plain site in the colours of a city, for the sample pages of a local run: nothing of it belongs to our own pages. */
export const demoStyle = `
* { box-sizing: border-box }
body { margin: 0; color: #1b1f24; background: #fff; font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif }
header { background: var(--accent); color: var(--on-accent) }
header > div, main, footer > p { max-width: 64rem; margin: 0 auto; padding: 0.75rem 1.25rem }
header > div { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0 1.5rem }
header a { display: inline-block; padding: 0.6rem 0.4rem; color: inherit }
header ul { display: flex; flex-wrap: wrap; gap: 0.4rem }
.brand { font-size: 1.5rem; font-weight: 700; text-decoration: none }
[aria-current] { font-weight: 700; text-decoration: none }
ul { margin: 0; padding: 0; list-style: none }
main { padding-block: 1.5rem 6rem }
main p { max-width: 42rem }
main a { color: var(--accent-text) }
main ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr)); gap: 0.75rem }
main li { border: 1px solid #dfe3e8; border-radius: min(var(--radius), 10px) }
main li a { display: block; padding: 0.9rem 1rem; font-weight: 600 }
.sample { padding: 0.6rem 0.9rem; background: #fff8e1; border-inline-start: 4px solid #8a6100 }
h1 { margin: 2rem 0 0.5rem; font-size: clamp(1.75rem, 1.3rem + 2.2vw, 2.5rem); line-height: 1.2 }
h2 { margin: 2rem 0 0.75rem; font-size: 1.5rem }
.tongue + .tongue::before { content: "· " / "" }
p > .tongue { display: block }
p > .tongue::before { display: none }
:focus-visible { outline: 3px solid #1b1f24; outline-offset: 2px }
header :focus-visible { outline-color: currentcolor }
footer { background: #f4f6f8; border-top: 1px solid #dfe3e8 }
`.trimStart()
