import { telephone, webAddress } from '../../../../src/core/links.ts'
import { h, type Part } from './dom.ts'
import { plain, tell } from './scene.ts'

/** A link. To another site it opens beside the conversation, and says so. */
export const link = (href: string, kind: string, ...parts: Part[]): HTMLAnchorElement => {
  const elsewhere = /^http/.test(href) && new URL(href).origin !== location.origin
  return h(`a.${kind}`, { href }, parts, elsewhere && [{ target: '_blank' }, h('span.hidden', ` (${plain('newTab')})`)])
}

/** A web address as a link, in words or by its host. What is none is only text. */
export const site = (url: string, kind: string, words?: string): Part => {
  const web = webAddress(url)
  return web ? link(web.href, kind, words ?? web.host) : (words ?? url)
}

/** The city's number, to press. */
export const call = (phone: string | null): Part => phone && link(telephone(phone), 'target', tell('call', { phone }))
