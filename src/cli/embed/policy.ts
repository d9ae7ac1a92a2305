/** What a content security policy lets through, by CSP level 3, as far as the widget needs it. */

type Wanted = { directive: 'script-src' | 'connect-src'; url: string; nonce?: string | undefined }

/** Where a directive that is missing is looked for. */
const chains = {
  'script-src': ['script-src-elem', 'script-src', 'default-src'],
  'connect-src': ['connect-src', 'default-src'],
} as const

/** Whether one policy allows a thing. `'none'` and an empty list allow nothing; a directive that is missing, all. */
export function allows(policy: string, { directive, url, nonce }: Wanted): boolean {
  const directives = directivesOf(policy)
  const name = chains[directive].find((one) => directives.has(one))
  if (!name) return true
  const sources = directives.get(name) ?? []
  // With it lists of hosts no longer count for scripts; without it a nonce lets in the first script, but not what it loads.
  if (directive === 'script-src' && sources.some((one) => one.toLowerCase() === "'strict-dynamic'"))
    return Boolean(nonce) && sources.includes(`'nonce-${nonce}'`)
  return sources.some((source) => covers(source, new URL(url)))
}

/** Whether a policy puts the page in a sandbox without scripts. */
export const forbidsScripts = (policy: string): boolean =>
  directivesOf(policy).get('sandbox')?.includes('allow-scripts') === false

/** Directives by name; of the same one twice only the first counts. */
function directivesOf(policy: string): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const part of policy.split(';')) {
    const [name = '', ...values] = part.trim().split(/\s+/)
    if (name && !found.has(name.toLowerCase())) found.set(name.toLowerCase(), values)
  }
  return found
}

const form = /^(?:([a-z][a-z\d+.-]*):\/\/)?(\*|(?:\*\.)?[^:/*]+)(?::(\d+|\*))?(\/.*)?$/i

function covers(source: string, url: URL): boolean {
  if (source === '*') return /^https?:$/.test(url.protocol)
  if (/^[a-z][a-z\d+.-]*:$/i.test(source)) return isScheme(source.slice(0, -1), url)
  const [, scheme, host = '', port, path] = form.exec(source) ?? []
  if (!host || source.startsWith("'")) return false
  return (
    (!scheme || isScheme(scheme, url)) &&
    isHost(host.toLowerCase(), url.hostname) &&
    isPort(port, url) &&
    (!path || path === '/' || (path.endsWith('/') ? url.pathname.startsWith(path) : url.pathname === path))
  )
}

/** What allows http allows https too. */
const isScheme = (scheme: string, { protocol }: URL): boolean =>
  protocol === `${scheme.toLowerCase()}:` || (scheme.toLowerCase() === 'http' && protocol === 'https:')

const isHost = (host: string, name: string): boolean =>
  host === '*' || (host.startsWith('*.') ? name.endsWith(host.slice(1)) : name === host)

const isPort = (port: string | undefined, url: URL): boolean => port === '*' || (port ?? '') === url.port
