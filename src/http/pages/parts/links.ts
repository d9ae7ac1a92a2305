/** Addresses that a page links to, made from what the content holds. */

export { telephone, webAddress } from '../../../core/links.ts'

const slugOf = (id: string): string => id.slice(id.indexOf('/') + 1)
const cityOf = (id: string): string => id.slice(0, id.indexOf('/'))

/** `/{city}/dienst/{slug}` for a service id. */
export const servicePath = (id: string): string => `/${cityOf(id)}/dienst/${slugOf(id)}`
/** `/{city}/organisatie/{slug}` for an organisation id. */
export const organisationPath = (id: string): string => `/${cityOf(id)}/organisatie/${slugOf(id)}`
/** Anchor of cited lines: the first of them. */
export const anchorOf = (lines: string): string => `r${Number.parseInt(lines, 10)}`
