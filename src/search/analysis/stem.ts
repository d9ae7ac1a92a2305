/** Light stemmers for Dutch, French and English: enough to join the forms of a word, never so much as to join two words. */

const vowel = /[aeiouy]/

/** Final consonant as it is heard: z → s, v → f, and no doubles (`verhuiz` → `verhuis`, `reispass` → `reispas`). */
function settle(stem: string): string {
  return stem
    .replace(/([bcdfghjklmnpqrstvwxz])\1$/, '$1')
    .replace(/z$/, 's')
    .replace(/v$/, 'f')
}

/** A long vowel in an open syllable is written single there and double when closed: `namen` → `nam`, `naam` → `nam`. */
const shortenVowel = (stem: string): string => stem.replace(/(aa|ee|oo|uu)(?=[^aeiou]$)/, (pair) => pair[0] ?? '')

export function stemDutch(word: string): string {
  if (word.length < 4) return word
  let stem = word
  stem = stem.replace(/(etje|pje|tje|kje|je)s?$/, (ending, _e, at: number) =>
    at >= 3 ? (ending.startsWith('kj') ? 'k' : '') : ending,
  )
  stem = stem.replace(/(heden)$/, 'heid')
  if (stem.length > 5) stem = stem.replace(/(ingen)$/, 'ing')
  if (stem.length > 4)
    stem = stem.replace(/(en|es|e|s)$/, (ending, _e, at: number) =>
      vowel.test(stem.slice(0, at)) && at >= 3 ? '' : ending,
    )
  if (stem.length > 4 && /[^aeiou]t$/.test(stem) && !/(cht|st|kt|pt|rt|nt|lt)$/.test(stem)) stem = stem.slice(0, -1)
  return shortenVowel(settle(stem))
}

export function stemFrench(word: string): string {
  if (word.length < 4) return word
  return word
    .replace(/(issements?|ements?|ations?|ation)$/, '')
    .replace(/(euses?|eurs?|trices?|teurs?)$/, '')
    .replace(/(aux)$/, 'al')
    .replace(/(ees|ee|es|er|ez|ait|aient|ent|e|s|x)$/, (ending, _e, at: number) => (at >= 3 ? '' : ending))
    .replace(/([a-z])\1$/, '$1')
}

export function stemEnglish(word: string): string {
  if (word.length < 4) return word
  return word
    .replace(/(ies|ied)$/, 'y')
    .replace(/(ings?|edly|ed|es|s|ly)$/, (ending, _e, at: number) =>
      at >= 3 && vowel.test(word.slice(0, at)) ? '' : ending,
    )
    .replace(/([bdfgmnprt])\1$/, '$1')
    .replace(/e$/, (ending, at: number) => (at >= 3 ? '' : ending))
}
