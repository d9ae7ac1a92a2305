/** Where a request comes from, no finer than a neighbourhood of addresses: /24 of IPv4, /56 of IPv6. */
export function clientPrefix(request: Request, local: boolean): string {
  const stated = local ? request.headers.get('x-test-client-prefix') : null
  const address = stated ?? request.headers.get('cf-connecting-ip') ?? 'unknown'
  return prefixOf(address)
}

/** The prefix of an address; what is none stays as it is, so that all of those are one client. */
export function prefixOf(address: string): string {
  const v4 = /^(?:::ffff:)?(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/i.exec(address)
  if (v4) return `${v4[1]}.0/24`
  if (!/^[0-9a-f:.]*:[0-9a-f:.]*$/i.test(address)) return address.slice(0, 60)
  const [head = '', tail] = address.toLowerCase().split('::')
  const before = groups(head)
  const after = groups(tail ?? '')
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  const [a = 0, b = 0, c = 0, d = 0] = [...before, ...Array<number>(zeros).fill(0), ...after]
  return `${[a, b, c, d & 0xff00].map((group) => group.toString(16)).join(':')}::/56`
}

const groups = (text: string): number[] => (text ? text.split(':').map((group) => Number.parseInt(group, 16) || 0) : [])
