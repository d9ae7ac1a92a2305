/** Addresses to link to, made from what the content holds: the same on every page and in the browser. */

/** `tel:` in international form for a Belgian number; short numbers and foreign ones as they are. */
export function telephone(number: string): string {
  const dialled = number.replace(/[^\d+]/g, '')
  return `tel:${dialled.replace(/^00/, '+').replace(/^0(?=\d{6,}$)/, '+32')}`
}

/** A web address that may be a link: nothing but http and https. */
export function webAddress(url: string | null | undefined): { href: string; host: string } | undefined {
  if (!url || !URL.canParse(url)) return undefined
  const { protocol, href, host } = new URL(url)
  return /^https?:$/.test(protocol) ? { href, host: host.replace(/^www\./, '') } : undefined
}
