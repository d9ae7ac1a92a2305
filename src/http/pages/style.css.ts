/** The one stylesheet. Colours of a city come from its `theme.css`; sizes are relative, so that text can grow. */
export const style = `
:root {
  --accent: #1d3557; --on-accent: #fff; --accent-text: #1d3557; --radius: 6px;
  --ink: #1b1f24; --soft: #4d555e; --line: #858d96; --hair: #dfe3e8; --paper: #fff; --tint: #f4f6f8;
  --tint: color-mix(in srgb, var(--accent) 6%, #fff);
  --round: min(var(--radius), 10px);
}
*, *::before, *::after { box-sizing: border-box }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; min-height: 100vh; display: flex; flex-direction: column; overflow-wrap: break-word }
main { flex: 1 }
main:focus { outline: none }
.wide { width: 100%; max-width: 46rem; margin-inline: auto; padding-inline: 1.25rem }
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
.top .tongue + .tongue::before, .bottom .tongue + .tongue::before, .human a .tongue + .tongue::before, .more .tongue + .tongue::before { content: "· " }

.top { border-top: 5px solid var(--accent); border-bottom: 1px solid var(--hair) }
.top .wide { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0 1rem; min-height: 3.75rem }
.brand { display: inline-flex; align-items: center; gap: 0.6rem; min-height: 2.75rem; color: var(--ink); text-decoration: none }
.brand strong { font-size: 1.1875rem; letter-spacing: -0.01em }
.brand span { color: var(--soft); font-size: 0.9375rem }
.brand strong + span { border-inline-start: 1px solid var(--line); padding-inline-start: 0.6rem }
.brand:hover strong { text-decoration: underline }
.languages ul { display: flex; margin-inline: -0.6rem }
.languages form { margin: 0 }
.languages a, .languages button { display: inline-flex; align-items: center; justify-content: center; min-height: 2.75rem; min-width: 2.75rem; padding: 0 0.6rem; border: 0; background: none; color: var(--accent-text); font-size: 0.9375rem; text-decoration: underline; text-underline-offset: 0.18em }
.languages [aria-current] { color: var(--ink); font-weight: 700; text-decoration: none; box-shadow: inset 0 -3px var(--accent) }

.band { background: var(--tint); border-bottom: 1px solid var(--hair); padding-block: clamp(1.75rem, 1rem + 3vw, 3.25rem) 1.75rem }
.band.small { padding-block: 1rem }
.band.small h1 { font-size: 1.125rem; letter-spacing: 0 }
.band.small .notice { margin-top: 0.6rem }
h1 .tongue + .tongue { margin-top: 0.3em }
h1 .tongue { font-size: 0.85em }
.intro { font-size: 1.125rem; color: var(--soft); max-width: 38rem }
.notice { width: fit-content; margin-top: 1rem; padding: 0.5rem 0.9rem; background: var(--paper); border-inline-start: 4px solid var(--accent); border-radius: 0 var(--round) var(--round) 0; font-weight: 600 }
.ask { margin-top: 1.75rem }
.ask label { display: block; font-weight: 700; font-size: 1.125rem }
.field { display: flex; flex-wrap: wrap; gap: 0.6rem; margin-top: 0.5rem }
.field input[type=text] { flex: 1 1 18rem; min-width: 0; min-height: 3.5rem; padding: 0.5rem 1rem; border: 2px solid var(--line); border-radius: var(--round); background: var(--paper); font-size: 1.125rem }
.field input[type=text]:focus-visible { border-color: var(--ink); outline-offset: 0; border-radius: var(--round) }
.field [aria-invalid] { border-color: #b00020 }
.send { flex: 0 1 auto; min-height: 3.5rem; padding: 0.5rem 1.5rem; border: 2px solid transparent; border-radius: var(--round); background: var(--accent); color: var(--on-accent); font-weight: 700 }
.send:hover { text-decoration: underline; text-underline-offset: 0.18em }
.hint, .human { font-size: 0.9375rem; color: var(--soft) }
.human a { display: inline-flex; flex-wrap: wrap; align-items: center; gap: 0 0.4rem; min-height: 2.75rem; vertical-align: middle }
.human b { white-space: nowrap }
.error { color: #b00020; font-weight: 700; margin-top: 0.25rem }
.error::before { content: "⚠ " / "" }
.examples { display: grid; gap: 1.5rem; margin-block: 1.75rem 3rem }
.examples h2 { font-size: 1rem; color: var(--soft); letter-spacing: 0 }
.examples ul { display: flex; flex-wrap: wrap; gap: 0.6rem; margin-top: 0.6rem }
.examples form, .choices form { margin: 0 }
.examples button, .choice { display: block; width: 100%; min-height: 3rem; padding: 0.55rem 1rem; border: 1px solid var(--line); border-radius: var(--round); background: var(--paper); color: var(--accent-text); text-align: start; font-weight: 600 }
.examples button:hover, .choice:hover { border-color: var(--accent-text); background: var(--tint); text-decoration: underline; text-underline-offset: 0.18em }

.asked { margin-top: 1.25rem; color: var(--soft) }
.asked q { color: var(--ink); overflow-wrap: anywhere }
.answer { margin-top: 1rem; padding: 1.5rem; border: 1px solid var(--hair); border-top: 4px solid var(--accent); border-radius: var(--round); scroll-margin-top: 100vh }
.answer:focus, .crisis:focus { outline: none }
.answer section, .sheet section { margin-top: 1.75rem }
.lead { font-size: 1.25rem; line-height: 1.45; font-weight: 600 }
.crisis .lead { font-weight: 400 }
.note { padding: 0.6rem 0.9rem; background: #fff8e1; border-inline-start: 4px solid #8a6100; border-radius: 0 var(--round) var(--round) 0 }
.ways > ul { display: grid; gap: 0.75rem; margin-top: 0.75rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr)) }
.way { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0.9rem; padding: 0.75rem 0.9rem; background: var(--tint); border-radius: var(--round) }
.way > div { display: flex; flex-direction: column; align-items: flex-start }
.icon { margin-top: 0.35rem; fill: none; stroke: var(--accent-text); stroke-width: 1.7; stroke-linecap: round; stroke-linejoin: round }
.kind { font-size: 0.875rem; color: var(--soft); line-height: 1.4 }
p.kind { margin: 0 }
.target { font-weight: 600; line-height: 1.4 }
.target b { display: block; font-weight: 700; font-size: 1.125rem; overflow-wrap: anywhere }
span.target b { font-weight: 400; font-size: inherit }
a.target { display: inline-block; min-height: 2.75rem; min-width: 2.75rem; padding-block: 0.15rem }
.rule { font-weight: 600 }
.missing { color: var(--soft) }
.according { display: block; font-size: 0.875rem; line-height: 1.45; color: var(--soft) }
.stale { display: inline-block; margin-block: 0.15rem; padding: 0 0.45rem; border: 1px solid #8a6100; border-radius: 99px; background: #fff8e1; color: #5c4100; font-weight: 600 }
.facts dl, .about { display: grid; gap: 0.9rem; margin-top: 0.75rem }
.facts dl > div, .about > div { border-inline-start: 3px solid var(--hair); padding-inline-start: 0.9rem }
dt { font-weight: 700 }
.sources { font-size: 0.9375rem }
.sources h3, .sources h2, .sources h4 { font-size: 1rem }
.sources li, .pages li { padding-block: 0.35rem }
.sources li > a, .pages li > a { padding-block: 0.3rem }
.pages { margin-top: 1.5rem; padding-top: 0.75rem; border-top: 1px solid var(--hair) }
.official { margin-top: 0.75rem }
.official summary { cursor: pointer; min-height: 2.75rem; padding-block: 0.55rem; color: var(--accent-text); font-weight: 600 }
.official div { border-inline-start: 3px solid var(--hair); padding-inline-start: 0.9rem }
.choices { display: grid; gap: 0.6rem; margin-top: 1.25rem }
.part + .part { padding-top: 1.75rem; border-top: 1px solid var(--hair) }
.steps { counter-reset: step; margin-top: 1.25rem }
.steps > li { counter-increment: step; position: relative; padding: 0 0 1.5rem 3.25rem }
.steps > li::before { content: counter(step); position: absolute; inset-inline-start: 0; top: 0; width: 2.25rem; height: 2.25rem; display: grid; place-items: center; border-radius: 50%; background: var(--accent); color: var(--on-accent); font-weight: 700 }
.steps > li:not(:last-child)::after { content: ""; position: absolute; inset-inline-start: 1.125rem; top: 2.25rem; bottom: 0; border-inline-start: 2px solid var(--hair) }
.steps > li:last-child { padding-bottom: 0 }
.steps h3 { padding-top: 0.4rem }
.steps p { margin-top: 0.25rem }
.steps .ways { margin-top: 0.75rem }
.steps .ways h4 { display: none }
.more { display: inline-flex; flex-wrap: wrap; align-items: center; column-gap: 0.3rem; min-height: 2.75rem; font-weight: 600 }
.again { margin-block: 2.5rem 2rem }
.again h2 { font-size: 1.25rem }
.again .ask { margin-top: 0.75rem }

.crisis { margin-block: 2rem 3rem; scroll-margin-top: 100vh }
.crisis ul { display: grid; gap: 0.75rem; margin-top: 1.5rem }
.crisis a, .crisis li > p { display: block; margin: 0; padding: 0.9rem 1.1rem; border: 2px solid var(--accent-text); border-radius: var(--round); color: var(--ink); text-decoration: none }
.crisis b { display: block; font-size: 1.75rem; line-height: 1.2; color: var(--accent-text) }
.crisis a:hover span { text-decoration: underline }

.sheet, .document, .statement-page { padding-block: 2rem 0 }
.sheet + .sheet { margin-top: 2rem; border-top: 1px solid var(--hair) }
.statement-page section { margin-top: 1.75rem }
.statement-page h2 { font-size: 1.25rem }
.statement-page .tongue + .tongue, .intro .tongue + .tongue { margin-top: 0.5rem }
.back { margin-block: 2rem }
.document > h2 { margin-top: 2.25rem }
.about { margin-top: 1.5rem }
.statement { margin-top: 1.25rem; padding-block: 0.25rem; scroll-margin-top: 1.5rem }
.statement:target { background: #fff8e1; box-shadow: 0 0 0 0.75rem #fff8e1 }
.statement h3 { font-size: 1rem; color: var(--soft) }
.statement p { margin-top: 0.15rem }
h1 + .intro { margin-top: 0.9rem }
main > .wide > h1:first-child { margin-top: 2.25rem }
.cities { display: grid; gap: 0.75rem; margin-block: 1.75rem 3rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 18rem), 1fr)) }
.cities > li { padding: 1rem 1.1rem 0.5rem; border: 1px solid var(--hair); border-radius: var(--round) }
.cities h2 { font-size: 1.25rem }
.cities h2 a { display: block; min-height: 2.75rem; padding-block: 0.35rem }
.in { display: flex; flex-wrap: wrap; gap: 0 1rem }
.in a { display: inline-flex; align-items: center; min-height: 2.75rem }
.bottom { margin-top: 2rem; border-top: 1px solid var(--hair); background: var(--tint) }
.bottom ul { display: flex; flex-wrap: wrap; gap: 0 1.5rem; padding-block: 0.75rem }
.bottom a { display: inline-flex; flex-wrap: wrap; align-items: center; column-gap: 0.3rem; min-height: 2.75rem; font-size: 0.9375rem }

@media (prefers-reduced-motion: no-preference) { .send, .choice, .examples button { transition: background-color 0.15s, border-color 0.15s } }
@media (prefers-contrast: more) { :root { --soft: var(--ink); --hair: var(--line) } }
@media (forced-colors: active) {
  .send, .way, .notice, .note, .steps > li::before { border: 1px solid CanvasText }
  .icon { stroke: CanvasText }
  .languages [aria-current] { border-bottom: 3px solid Highlight }
  :focus-visible { outline-color: Highlight }
}
@media (max-width: 30rem) { .answer { margin-inline: -1.25rem; border-inline: 0; border-radius: 0; padding-inline: 1.25rem } .send { flex: 1 1 100% } .brand strong + span { display: none } }
@media print {
  @page { margin: 18mm }
  body { font-size: 11pt; display: block }
  .skip, .languages, .bottom, .ask, .human, .examples, .again, .choices, .back, .pages, .official, .more { display: none }
  .top { border: 0 }
  .wide { max-width: none; padding: 0 }
  .band { background: none; border: 0; padding: 0 } .band h1 { display: none }
  .answer { border: 0; padding: 0 }
  .way, .notice, .note { background: none; border: 1px solid #999; border-radius: 0 }
  .way, .facts dl > div, .steps > li, .statement { break-inside: avoid }
  a { color: inherit; text-decoration: none }
  .sources a[href^="http"]::after, a.target[href^="http"]::after { content: " (" attr(href) ")"; font-weight: 400; overflow-wrap: anywhere }
}
`.trimStart()
