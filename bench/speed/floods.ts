const size = 100 * 1024

const flood = (piece: string): string => piece.repeat(Math.ceil(size / piece.length)).slice(0, size)

/** 100 KB of text that wants to be slow: unknown words, slips, one endless word, signs that fold to many letters. */
export const floods: Record<string, string> = {
  'unknown words': Array.from({ length: size / 8 }, (_, at) => `q${(at * 7919).toString(26).padStart(6, 'x')}`).join(
    ' ',
  ),
  'words with slips': flood('identietskaart verhuizne paspoortt rijbewisj '),
  'one word': flood('abcdefghijklmnopqrstuvwxyz'),
  'one letter at a time': flood('a '),
  'signs that fold to many': flood('ﷺ'),
  'accents on one letter': `e${flood('\u0301')}`,
  'look-alike letters': flood('pаsпoоrt '),
  'invisible signs': flood('pas\u200bpoort\u202e '),
  'family of emoji': flood('👩‍👩‍👧‍👦 '),
}
