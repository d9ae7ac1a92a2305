/** Header, opening band, question form, examples, footer. */
export const frame = `
.top { border-top: 5px solid var(--accent); border-bottom: 1px solid var(--hair) }
.top .wide { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0 1rem; min-height: 3.75rem }
.brand { display: inline-flex; align-items: center; gap: 0.6rem; min-height: 2.75rem; color: var(--ink); text-decoration: none }
.brand strong { font-size: 1.1875rem; letter-spacing: -0.01em }
.brand span { color: var(--soft); font-size: 0.9375rem }
.brand strong + span { border-inline-start: 1px solid var(--line); padding-inline-start: 0.6rem }
.brand:hover strong { text-decoration: underline }
.languages ul { display: flex; flex-wrap: wrap; margin-inline: -0.6rem }
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
.human a b { white-space: nowrap }
.error { color: #b00020; font-weight: 700; margin-top: 0.25rem }
.error::before { content: "⚠ " / "" }
.examples { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.5rem; margin-block: 1.75rem 3rem }
.examples h2 { font-size: 1rem; color: var(--soft); letter-spacing: 0 }
.examples ul { display: flex; flex-wrap: wrap; gap: 0.6rem; margin-top: 0.6rem }
.examples form, .choices form { margin: 0 }
.examples button, .choice { display: block; width: 100%; min-height: 3rem; padding: 0.55rem 1rem; border: 1px solid var(--line); border-radius: var(--round); background: var(--paper); color: var(--accent-text); text-align: start; font-weight: 600 }
.examples button:hover, .choice:hover { border-color: var(--accent-text); background: var(--tint); text-decoration: underline; text-underline-offset: 0.18em }

.bottom { margin-top: 2rem; border-top: 1px solid var(--hair); background: var(--tint) }
.bottom ul { display: flex; flex-wrap: wrap; gap: 0 1.5rem; padding-block: 0.75rem }
.bottom a { display: inline-flex; flex-wrap: wrap; align-items: center; column-gap: 0.3rem; min-height: 2.75rem; font-size: 0.9375rem }
`
