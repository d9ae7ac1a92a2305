/** The page with figures: one bar, and tables that become lists where there is little room. */
export const figures = `
.bar { display: block; width: 100%; height: 2.25rem; margin-top: 1.5rem; border-radius: var(--round) }
.right { fill: #1b7f4b } .asked { fill: #2f6fb0 } .unknown { fill: #858d96 } .wrong { fill: #b3261e }
.ends { display: grid; gap: 1rem 1.5rem; margin-top: 1.25rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr)) }
.ends dt { display: flex; align-items: baseline; gap: 0.5rem }
.ends dt .tongue { display: inline }
.ends dt .tongue + .tongue::before { content: "· " }
.sign { flex: none; width: 0.8rem; height: 0.8rem }
.figures table { border-collapse: collapse; width: 100%; margin-top: 0.75rem; table-layout: fixed; font-variant-numeric: tabular-nums; overflow-wrap: normal }
.figures th, .figures td { padding: 0.45rem 0 0.45rem 0.75rem; border-bottom: 1px solid var(--hair); text-align: end; vertical-align: bottom; line-height: 1.35 }
.figures tr > :first-child { width: 24%; padding-inline-start: 0; text-align: start }
.figures thead th { font-size: 0.875rem; color: var(--soft) }
.figures code { font-size: 0.9375rem; overflow-wrap: anywhere }
@media (max-width: 44rem) {
  .figures table, .figures tbody, .figures tr { display: block }
  .figures thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
  .figures tr { padding-block: 0.6rem; border-bottom: 1px solid var(--hair) }
  .figures tr > th:first-child, .figures tr > td { display: flex; justify-content: space-between; gap: 1rem; width: auto; padding: 0.1rem 0; border: 0; text-align: start }
  .figures td::before { content: attr(data-head); color: var(--soft) }
}
@media (forced-colors: active) { .bar, .sign { forced-color-adjust: none; border: 1px solid CanvasText } }
`
