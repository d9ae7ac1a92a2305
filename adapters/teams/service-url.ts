/**
 * Where our token may go. Whoever receives it can speak as the bot everywhere, so the host must be one of the list,
 * letter by letter: no suffix, no pattern. Checked when an activity comes in and again before each request goes out.
 */

const loopback = /^(localhost|127(\.\d{1,3}){3})(:\d{1,5})?$/
const longest = 2048
/** Scheme, host with its port, path. No user, query, fragment, backslash, control character or letter outside ASCII. */
const form = /^(https?):\/\/([a-z0-9.-]+(?::\d{1,5})?)(\/[\w.~!$&'()*+,;=:@%/-]*)?$/i

/** The base of the connector that an activity names, without a slash at the end; null when our token may not go there. */
export function allowedBase(serviceUrl: unknown, hosts: readonly string[]): string | null {
  if (typeof serviceUrl !== 'string' || serviceUrl.length > longest || !URL.canParse(serviceUrl)) return null
  const [, scheme = '', host = ''] = form.exec(serviceUrl) ?? []
  const url = new URL(serviceUrl)
  // What the pattern read and what the URL standard reads must be the same host, and it must be on the list.
  if (url.host !== withoutDefaultPort(host, scheme) || !hosts.includes(url.host)) return null
  if (url.protocol !== 'https:' && !loopback.test(url.host)) return null
  return `${url.origin}${url.pathname.replace(/\/$/, '')}`
}

const withoutDefaultPort = (host: string, scheme: string): string =>
  host.toLowerCase().replace(scheme.toLowerCase() === 'https' ? /:443$/ : /:80$/, '')

/** Whether two service URLs are the same, but for a slash at the end and the case of the host. */
export const sameServiceUrl = (one: string, other: string): boolean => plain(one) === plain(other)

const plain = (url: string): string =>
  url.replace(/\/$/, '').replace(/^[a-z]+:\/\/[^/]*/i, (authority) => authority.toLowerCase())
