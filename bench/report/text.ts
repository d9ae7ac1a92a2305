export const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)

export type Part = { id: string; name: string; body: string; html: string }

/** A headed part: chart first, its table folded away below. An empty one is left out. */
export function section(id: string, name: string, intro: string, ...[chart = '', figures = '']: string[]): Part {
  const folded = chart && figures ? `<details><summary>The figures</summary>${figures}</details>` : figures
  const body = chart + folded
  return {
    id,
    name,
    body,
    html: `<section id="${id}"><h2>${name}</h2><p>${intro}</p><div class="wide">${body}</div></section>`,
  }
}

/** A table; the first column is the head of its row, the others are numbers. */
export function table(caption: string, head: string[], rows: string[][]): string {
  const cells = ([first = '', ...others]: string[]): string =>
    `<tr><th scope="row">${escaped(first)}</th>${others.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`
  return `<table><caption>${escaped(caption)}</caption><thead><tr>${head.map((cell) => `<th scope="col">${escaped(cell)}</th>`).join('')}</tr></thead><tbody>${rows.map(cells).join('')}</tbody></table>`
}

export const number = (value: number | null | undefined): string =>
  value === null || value === undefined || Number.isNaN(value) ? '' : value.toFixed(1)
