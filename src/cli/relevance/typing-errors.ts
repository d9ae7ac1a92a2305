import { random } from '../../knowledge/train/random.ts'

/**
 * A copy of a text with exactly `count` typing errors, each in a word of its own while there are enough words: a letter
 * dropped, one too many, another one, or two swapped, each about as likely. Not the slips that the
 * models learn from (`src/knowledge/train/slips.ts`): a test must not know them. The same text gives the same errors.
 */
export function withTypingErrors(text: string, count: number, seed: number): string {
  const next = random(seed ^ fingerprint(text))
  const words = text.split(/(\s+)/)
  const alphabet = [...new Set(text.toLowerCase().match(/\p{L}/gu) ?? [])]
  const typed = words.flatMap((word, at) => (lettersIn(word) >= 3 ? [at] : []))
  const open = typed.length > 0 ? typed : words.flatMap((word, at) => (lettersIn(word) > 0 ? [at] : []))
  for (let error = 0, left = [...open]; error < count && open.length > 0; error++) {
    if (left.length === 0) left = [...open]
    const [at = 0] = left.splice(Math.floor(next() * left.length), 1)
    words[at] = withError(words[at] ?? '', alphabet, next)
  }
  return words.join('')
}

const lettersIn = (word: string): number => word.match(/\p{L}/gu)?.length ?? 0

/** FNV-1a: every text has errors of its own. */
function fingerprint(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash
}

function withError(word: string, alphabet: string[], next: () => number): string {
  const letters = [...word]
  const places = letters.flatMap((letter, at) => (/\p{L}/u.test(letter) ? [at] : []))
  const at = places[Math.floor(next() * places.length)] ?? 0
  const letter = letters[at] ?? ''
  const others = alphabet.filter((other) => other !== letter.toLowerCase())
  const other = others[Math.floor(next() * others.length)] ?? (letter === 'e' ? 'a' : 'e')
  const swaps = at + 1 < letters.length && letters[at + 1] !== letter
  const kind = Math.floor(next() * 4)
  if (kind === 0 && places.length > 1) letters.splice(at, 1)
  else if (kind === 1) letters.splice(at, 0, other)
  else if (kind === 2 && swaps) letters.splice(at, 2, letters[at + 1] ?? '', letter)
  else letters[at] = other
  return letters.join('')
}
