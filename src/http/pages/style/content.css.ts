/** Answers and the other things to read. */
export const content = `
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
.hours { display: block }
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
.own { margin-top: 1.75rem }
.own h2 { font-size: 1.125rem }
.own form { display: inline-block; margin: 0.5rem 0.6rem 0 0 }
.own summary { display: inline-flex; align-items: center; min-height: 2.75rem; padding: 0 0.9rem; border: 1px solid var(--accent-text); border-radius: 4px; color: var(--accent-text); cursor: pointer }
.own details { display: inline-block; vertical-align: top; margin-top: 0.5rem }
.own label { display: block }
.own input ~ button { margin-top: 0.5rem }
.own input { min-height: 2.75rem; min-width: min(18rem, 100%); max-width: 100%; padding: 0.3rem 0.7rem; border: 1px solid var(--line); border-radius: 4px }
.said li { margin-top: 1rem }
.said .who { margin: 0; font-size: 0.875rem; color: var(--soft) }
.said p + p { margin-top: 0.15rem; white-space: pre-line }
.own button { min-height: 2.75rem; min-width: 2.75rem; padding: 0 0.9rem; border: 1px solid var(--accent-text); border-radius: 4px; background: none; color: var(--accent-text); font: inherit }
.choices { display: grid; gap: 0.6rem; margin-top: 1.25rem }
.part + .part { padding-top: 1.75rem; border-top: 1px solid var(--hair) }
.steps { margin-top: 1.25rem }
.steps > li { position: relative; margin-inline-start: 1.125rem; padding: 0 0 1.5rem 2.125rem; border-inline-start: 2px solid var(--hair) }
.number { position: absolute; inset-inline-start: calc(-1.125rem - 1px); top: 0; width: 2.25rem; height: 2.25rem; display: grid; place-items: center; border-radius: 50%; background: var(--accent); color: var(--on-accent); font-weight: 700 }
.steps > li:last-child { padding-bottom: 0; border-color: transparent }
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
.in { display: flex; flex-wrap: wrap; gap: 0 0.9rem; font-size: 0.9375rem }
.in a { display: inline-flex; align-items: center; min-height: 2.75rem }
`
