import { telephone } from '../../../../src/core/links.ts'
import { h, type Part } from './dom.ts'
import { plain, tell } from './scene.ts'

/** A link. To another site it opens beside the conversation, and says so. */
export const link = (href: string, kind: string, ...parts: Part[]): HTMLAnchorElement => {
  const elsewhere = /^http/.test(href) && new URL(href).origin !== location.origin
  return h(`a.${kind}`, { href }, parts, elsewhere && [{ target: '_blank' }, h('span.hidden', ` (${plain('newTab')})`)])
}

/** The city's number, to press. */
export const call = (phone: string | null): Part => phone && link(telephone(phone), 'target', tell('call', { phone }))
