import { once } from './once.ts'

/**
 * A regular expression about letters of every script: the function gives it for the text that it will be held against.
 * An engine looks through all of Unicode for each `\p`, when it reads the expression and again when it compiles it, which
 * was a tenth of a start. So it stays text until somebody needs it, and a text of Latin letters and common signs is held
 * against a form that names just those. Properties are those of `latin`, and stand within brackets.
 */
export function anyScript(source: string, flags: string): (text: string) => RegExp {
  const common = once(
    () =>
      new RegExp(
        source.replace(/\\p\{(\w+)\}/g, (_, name: string) => inLatin(name)),
        flags,
      ),
  )
  const every = once(() => new RegExp(source, flags))
  return (text) => (uncommon.test(text) ? every() : common())
}

/** What is not Latin-1, the French œ, general punctuation or a sign of money, which write all Dutch and French. */
const uncommon = /[\u0100-\u0151\u0154-\u1fff\u2070-\u209f\u20c0-\uffff]/

/** What each property holds of the common signs. */
const latin: Record<string, string> = {
  L: 'A-Za-z\\xaa\\xb5\\xba\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\xff\\u0152\\u0153',
  Lu: 'A-Z\\xc0-\\xd6\\xd8-\\xde\\u0152',
  M: '',
  N: '0-9\\xb2\\xb3\\xb9\\xbc-\\xbe',
  Cc: '\\0-\\x1f\\x7f-\\x9f',
  Cs: '',
}

function inLatin(property: string): string {
  const letters = latin[property]
  if (letters === undefined) throw new Error(`any-script: ${property} is not described`)
  return letters
}

/** Words and numbers. */
export const wordsIn = anyScript('[\\p{L}\\p{N}]+', 'gu')

/** What stands between words and numbers. */
export const gapsIn = anyScript('[^\\p{L}\\p{N}]+', 'gu')

/** A text that begins with a capital. */
export const capitalIn = anyScript('^[\\p{Lu}]', 'u')

/** Signs that steer a machine, and halves of a sign. */
export const controlsIn = anyScript('[\\p{Cc}\\p{Cs}]', 'gu')

/** Accents and other marks that stand apart, as NFD writes them. */
export const marksIn = anyScript('[\\p{M}]+', 'gu')
