/**
 * Hosts that content links to over https, from the compiled content as it was written. Content is reviewed, so these are
 * the only places where a way in that draws links itself may send people.
 */
export function linkHosts(catalogue: string): ReadonlySet<string> {
  const found = catalogue.matchAll(/"https:\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)+)[/"?#]/gi)
  return new Set([...found].map(([, host = '']) => host.toLowerCase()))
}
