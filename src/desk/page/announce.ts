import { h } from './dom.ts'

/** Speaks to who cannot see the page. */
export const status = h('div', { role: 'status', class: 'hidden' })

const heardAfter = 3000

export function announce(text: string): void {
  const line = h('p', {}, text)
  status.append(line)
  setTimeout(() => line.remove(), heardAfter)
}

let soon: ReturnType<typeof setTimeout> | undefined

/** Says how many results there are once typing pauses: every letter would be too much to hear. */
export function announceSoon(text: string): void {
  clearTimeout(soon)
  soon = setTimeout(() => announce(text), 500)
}
