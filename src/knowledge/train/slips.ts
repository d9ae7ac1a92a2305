/**
 * A copy of a sentence with slips of the hand, as people make them on a phone: a letter dropped, doubled, swapped with
 * its neighbour or hit beside its key. First letters mostly survive. `next` is a seeded generator.
 */
export function withSlips(text: string, slips: number, next: () => number): string {
  const letters = [...text]
  for (let slip = 0; slip < slips; slip++) {
    const at = 1 + Math.floor(next() * (letters.length - 1))
    if (!/\p{L}/u.test(letters[at] ?? '') || !/\p{L}/u.test(letters[at - 1] ?? '')) continue
    slipAt(letters, at, next())
  }
  return letters.join('')
}

function slipAt(letters: string[], at: number, kind: number): void {
  const letter = letters[at] ?? ''
  if (kind < 0.3) letters.splice(at, 1)
  else if (kind < 0.5) letters.splice(at, 0, letter)
  else if (kind < 0.75) letters.splice(at, 2, letters[at + 1] ?? '', letter)
  else letters[at] = beside[letter.toLowerCase()]?.[kind > 0.87 ? 1 : 0] ?? letter
}

/** Neighbours on a Belgian AZERTY keyboard. */
const beside: Record<string, string> = {
  a: 'zq',
  z: 'ae',
  e: 'zr',
  r: 'et',
  t: 'ry',
  y: 'tu',
  u: 'yi',
  i: 'uo',
  o: 'ip',
  p: 'om',
  q: 'sa',
  s: 'qd',
  d: 'sf',
  f: 'dg',
  g: 'fh',
  h: 'gj',
  j: 'hk',
  k: 'jl',
  l: 'km',
  m: 'lp',
  w: 'xs',
  x: 'wc',
  c: 'xv',
  v: 'cb',
  b: 'vn',
  n: 'bh',
}
