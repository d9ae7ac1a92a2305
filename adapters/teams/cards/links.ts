/** A link of content, when it leads to a host that content links to; else it is shown as text and cannot be followed. */
export function safeLink(href: string | null | undefined, hosts: ReadonlySet<string>): URL | null {
  if (!href || !URL.canParse(href)) return null
  const url = new URL(href)
  const bare = url.protocol === 'https:' && url.port === '' && url.username === '' && url.password === ''
  return bare && hosts.has(url.hostname) ? url : null
}
