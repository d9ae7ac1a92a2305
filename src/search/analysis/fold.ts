import { anyScript, marksIn, wordsIn } from '../../core/any-script.ts'
import { remembering } from '../../core/remembering.ts'

const elision = anyScript("(?<![\\p{L}\\p{N}])(?:[ldjmtscn]|qu|jusqu|lorsqu|puisqu)['’](?=[\\p{L}])", 'gu')
const detachedArticle = anyScript("(?<![\\p{L}\\p{N}])['’`]([knts])(?![\\p{L}])", 'gu')
const abbreviationDot = anyScript('(?<=\\b[\\p{L}])\\.(?=[\\p{L}]\\b)', 'gu')
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu

/** Letters of other scripts that only imitate a Latin letter inside a Latin word. */
const lookalikes: Record<string, string> = {
  а: 'a',
  в: 'b',
  е: 'e',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  с: 'c',
  т: 't',
  у: 'y',
  х: 'x',
  і: 'i',
  ѕ: 's',
  ј: 'j',
  α: 'a',
  ε: 'e',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
}
const otherScript = /[\u0370-\u03ff\u0400-\u04ff]/gu

/** A word that mixes Latin letters with others is read as it looks. */
const asItLooks = (word: string): string =>
  /[a-z]/.test(word) ? word.replace(otherScript, (letter) => lookalikes[letter] ?? letter) : word

/** Letters of a text that are read: twice what a question may hold. A flood behind them changes nothing and costs nothing. */
export const longestRead = 4000

/** Most of what content holds is folded as it stands; a start folds thousands of such words. */
export const asItStands = /^[a-z0-9]+(?: [a-z0-9]+)*$/
const ascii = /^[\x20-\x7e\n]*$/
/** Letters of Dutch and French that lose an accent and nothing else; no Æ, no ß. */
const accented = /^[\x20-\x7e\n\u2019\u00c0-\u00c5\u00c7-\u00d6\u00d8-\u00de\u00e0-\u00e5\u00e7-\u00f6\u00f8-\u00ff]*$/
const apostrophe = /['\u2019`]/

/**
 * Lower case, without accents, elisions (`l'`, `j'`, `'k`), invisible or bidi characters and look-alike letters.
 * The same for building the index and for a question: a difference would silently find less.
 */
export function fold(text: string): string {
  const read = text.slice(0, longestRead)
  if (asItStands.test(read)) return read
  // Some signs fold to many letters: what they become is cut too.
  const plain = foldLetters(read).slice(0, longestRead)
  return apostrophe.test(plain) ? plain.replace(elision(plain), ' ').replace(detachedArticle(plain), ' $1 ') : plain
}

function foldLetters(text: string): string {
  if (ascii.test(text)) return text.toLowerCase()
  if (accented.test(text)) return text.toLowerCase().normalize('NFD').replace(accents, '')
  const apart = text.normalize('NFKC').replace(invisible, '').toLowerCase().replace(/\S+/g, asItLooks).normalize('NFD')
  return apart
    .replace(marksIn(apart), (marks, at: number, whole: string) => (isCyrillicBase(whole, at) ? marks : ''))
    .normalize('NFC')
    .replace(/\u00df/g, 'ss')
    .replace(/\u0131/g, 'i')
    .replace(/\u0153/g, 'oe')
    .replace(/\u00e6/g, 'ae')
}

const accents = /[\u0300-\u036f]+/g

/** A breve on a Cyrillic letter makes another letter (й), not an accent. */
const isCyrillicBase = (whole: string, at: number): boolean => /[\u0400-\u04ff]/u.test(whole[at - 1] ?? '')

/** Words of a folded text: runs of letters and digits. Dots inside an abbreviation vanish (`i.d.` → `id`). */
export function tokens(folded: string): string[] {
  if (asItStands.test(folded)) return folded.split(' ')
  const whole = folded.includes('.') ? folded.replace(abbreviationDot(folded), '') : folded
  return whole.match(wordsIn(whole)) ?? []
}

/** Texts of which the words are kept: every step of a turn asks for those of the message. */
const lastTexts = 4

/** Folded words of a text, joined by single spaces: what phrases and classes of words are held against. */
export const wordsOf = remembering(lastTexts, (text: string): string =>
  asItStands.test(text) && text.length <= longestRead ? text : tokens(fold(text)).join(' '),
)
