/** Addresses that a page links to, made from what the content holds. */

/** `tel:` in international form for a Belgian number; short numbers and foreign ones as they are. */
export function telephone(number: string): string {
  const dialled = number.replace(/[^\d+]/g, '')
  if (/^00/.test(dialled)) return `tel:+${dialled.slice(2)}`
  return /^0\d{6,}$/.test(dialled) ? `tel:+32${dialled.slice(1)}` : `tel:${dialled}`
}

/** A web address that may be a link: nothing but http and https. */
export function webAddress(url: string | null | undefined): { href: string; host: string } | undefined {
  if (!url || !URL.canParse(url)) return undefined
  const { protocol, href, host } = new URL(url)
  return protocol === 'https:' || protocol === 'http:' ? { href, host: host.replace(/^www\./, '') } : undefined
}

const slugOf = (id: string): string => id.slice(id.indexOf('/') + 1)
const cityOf = (id: string): string => id.slice(0, id.indexOf('/'))

/** `/{city}/dienst/{slug}` for a service id. */
export const servicePath = (id: string): string => `/${cityOf(id)}/dienst/${slugOf(id)}`
/** `/{city}/organisatie/{slug}` for an organisation id. */
export const organisationPath = (id: string): string => `/${cityOf(id)}/organisatie/${slugOf(id)}`
/** Anchor of cited lines: the first of them. */
export const anchorOf = (lines: string): string => `r${Number.parseInt(lines, 10)}`
