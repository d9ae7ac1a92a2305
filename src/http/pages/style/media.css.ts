/** What changes for those who want less motion, more contrast, their own colours, or paper. */
export const media = `
@media (prefers-reduced-motion: no-preference) { .send, .choice, .examples button { transition: background-color 0.15s, border-color 0.15s } }
@media (prefers-contrast: more) { :root { --soft: var(--ink); --hair: var(--line) } }
@media (forced-colors: active) {
  .send, .way, .notice, .note, .number { border: 1px solid CanvasText }
  .icon { stroke: CanvasText }
  .languages [aria-current] { border-bottom: 3px solid Highlight }
  :focus-visible { outline-color: Highlight }
}
@media (max-width: 30rem) { .answer { margin-inline: max(-1.25rem, -6vw); border-inline: 0; border-radius: 0; padding-inline: min(1.25rem, 6vw) } .send { flex: 1 1 100% } .brand strong + span { display: none } }
@media print {
  @page { margin: 18mm }
  body { font-size: 11pt; display: block }
  .skip, .languages, .bottom, .ask, .human, .examples, .again, .choices, .own, .back, .pages, .official, .more { display: none }
  .top { border: 0 }
  .wide { max-width: none; padding: 0 }
  .band { background: none; border: 0; padding: 0 } .band h1 { display: none }
  .answer { border: 0; padding: 0 }
  .way, .notice, .note { background: none; border: 1px solid #999; border-radius: 0 }
  .way, .facts dl > div, .steps > li, .statement { break-inside: avoid }
  a { color: inherit; text-decoration: none }
  .sources a[href^="http"]::after, a.target[href^="http"]::after { content: " (" attr(href) ")"; font-weight: 400; overflow-wrap: anywhere }
}
`
