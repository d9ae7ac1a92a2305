/**
 * How well something typed in haste stands for a word: the word itself, its beginning, its letters with some left out
 * ("strfreg"), a part of a compound, or one slip. What an agent types while a caller speaks.
 */

/** Worth of each way, 1 being the word itself. Tuned on agents' queries: `npm run relevance -- --desk`. */
const worth = { beginning: 0.9, slip: 0.6, gaps: 0.5, inside: 0.4, longer: 0.3 }
/** Letters from which a way is more than chance. */
const fewest = { beginning: 2, gaps: 3, inside: 4, longer: 5, slip: 5 }
/** Share of a word's letters that an abbreviation with gaps must give. */
const leastGiven = 0.3

/** Letters from which what is typed may stand inside a word that begins otherwise: without them no such word counts. */
export const fewestInside = fewest.inside

/** From 0, no relation, to 1, the same. Both folded. */
export function standsFor(typed: string, word: string): number {
  if (typed === word) return 1
  const given = typed.length / word.length
  if (word.startsWith(typed)) return typed.length < fewest.beginning ? 0 : worth.beginning * given ** 0.25
  if (typed.length >= fewest.inside && word.includes(typed)) return worth.inside
  if (word.length >= fewest.longer && typed.startsWith(word)) return worth.longer
  if (typed[0] !== word[0]) return 0
  if (typed.length >= fewest.gaps && given >= leastGiven && hasInOrder(word, typed))
    return worth.gaps * Math.sqrt(given)
  return typed.length >= fewest.slip && isOneSlip(typed, word) ? worth.slip : 0
}

/** Whether a word has these letters in this order, others between them. */
function hasInOrder(word: string, letters: string): boolean {
  let at = 0
  for (let i = 0; i < word.length && at < letters.length; i += 1) if (word[i] === letters[at]) at += 1
  return at === letters.length
}

/** One letter too many, too few, other, or two that changed places. */
function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let same = 0
  while (same < a.length && a[same] === b[same]) same += 1
  const [x, y] = [a.slice(same), b.slice(same)]
  const swapped = x[0] === y[1] && x[1] === y[0] && x.slice(2) === y.slice(2)
  return x.slice(1) === y || x === y.slice(1) || x.slice(1) === y.slice(1) || swapped
}
