/** Check 2: `Authorization: Bearer <token>`, exactly two parts. */
export function readBearer({ headers }: Request): string | null {
  const [scheme, token, ...more] = (headers.get('authorization') ?? '').split(' ')
  return scheme?.toLowerCase() === 'bearer' && token && more.length === 0 ? token : null
}
