import { anyScript, capitalIn, gapsIn, marksIn, wordsIn } from './any-script.ts'

/** Finds what looks like a street with a house number: Dutch and French, with or without its postcode. */

/** A street or address as it is looked up: folded, words joined by single spaces. */
export function plainAddress(text: string): string {
  const apart = text.normalize('NFD')
  const plain = apart.replace(marksIn(apart), '').toLowerCase()
  return plain.replace(gapsIn(plain), ' ').trim()
}

type Streets = Readonly<Record<string, unknown>>
type Word = { text: string; plain: string; from: number; to: number }
type Found = { from: number; to: number; street: string; number: number }

const streetEnding = anyScript(
  '^(?=.{3})[\\p{L}]*(straat|straatje|laan|lei|plein|pleintje|steenweg|weg|dreef|kaai|kade|baan|pad|hof|singel|vest|dijk|markt|berg|rui|kouter|gracht|dries|park)$',
  'u',
)
/** Words with such an ending that name no street, and the bare endings, which need a name before them. */
const noStreet =
  /^(straat|laan|lei|plein|weg|dreef|kaai|kade|baan|pad|hof|singel|vest|dijk|markt|berg|rui|gracht|park|recyclagepark|containerpark|speelplein|kerkhof|begijnhof|gerechtshof|onderweg|halfweg|snelweg|autosnelweg|voetpad|fietspad|zebrapad|vliegveld)$/
const frenchStreet =
  /^(rue|avenue|av|boulevard|bd|chaussee|place|square|quai|allee|dreve|impasse|clos|chemin|sentier|cite)$/
const livesAt =
  /^(woon|woont|wonen|woonde|wonende|adres|adresse|domicilie|gedomicilieerd|huis|appartement|verhuis|verhuizen|verhuisd|habite|habitons|domicile|demenage|live|living|address|moved?|moving)$/
const numberWord = /^(nr|nummer|huisnummer|no|n|numero|number)$/
/** What makes of a number before it something else than a house. */
const unit =
  /^(dagen?|uur|uren|u|h|heures?|hours?|jaar|jaren|jarige|ans?|years?|maand(en)?|mois|months?|week|weken|semaines?|weeks?|keer|fois|times?|euro?s?|eur|personen|mensen|kinderen|km|m|meter|minuten|stuks|procent|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|janvier|fevrier|mars|avril|juin|juillet|aout|septembre|octobre|novembre|decembre)$/
const particle = /^(van|de|der|den|het|ter|ten|te|t|du|des|la|le|les|l|d|sint|st|saint|sainte|aan|op|den)$/

/** Streets with a house number, in order; `streets` are the plain names that are known. */
export function addressesIn(text: string, streets: Streets): Found[] {
  const words = [...text.matchAll(wordsIn(text))].map(
    ({ 0: word, index }): Word => ({ text: word, plain: plainWord(word), from: index, to: index + word.length }),
  )
  const found: Found[] = []
  for (let at = 0; at < words.length; at++) {
    const address = numberFirst(words, at) ?? numberLast(words, at, text, streets)
    if (address && address.from >= (found.at(-1)?.to ?? 0)) found.push(address)
  }
  return found
}

/** Most words need no folding. */
const plainWord = (word: string): string => (/^[a-z\d]+$/i.test(word) ? word.toLowerCase() : plainAddress(word))

const houseNumber = /^\d{1,4}[a-z]?$/
const isNumber = (word: Word | undefined): boolean => word !== undefined && houseNumber.test(word.plain)
const isCapital = (word: Word | undefined): boolean => word !== undefined && capitalIn(word.text).test(word.text)

/** "12, rue de l'Église": until a word that is no part of a name any more. */
function numberFirst(words: Word[], at: number): Found | undefined {
  const [number, kind] = [words[at], words[at + 1]]
  if (!number || !kind || !isNumber(number) || !frenchStreet.test(kind.plain)) return undefined
  let end = at + 1
  while (end - at < 6 && (particle.test(words[end + 1]?.plain ?? '') || isCapital(words[end + 1]))) end++
  if (end === at + 1) end++
  return span(words, at, Math.min(end, words.length - 1), at + 1, number)
}

/** "Kerkstraat 12 bus 3", "rue de l'Église 12", and any name with a number where people tell where they live. */
function numberLast(words: Word[], at: number, text: string, streets: Streets): Found | undefined {
  const number = words[at]
  if (!number || !isNumber(number) || unit.test(words[at + 1]?.plain ?? '')) return undefined
  const last = numberWord.test(words[at - 1]?.plain ?? '') ? at - 2 : at - 1
  if (isNumber(words[last])) return undefined
  const start = streetStart(words, last, streets) ?? homeStart(words, last, at, text)
  if (start === undefined) return undefined
  return span(words, start, boxEnd(words, at), start, number, last)
}

/** Where the name of a street begins that ends here. */
function streetStart(words: Word[], last: number, streets: Streets): number | undefined {
  const word = words[last]
  if (!word) return undefined
  const listed = [4, 3, 2, 1, 0].find((back) => Object.hasOwn(streets, nameOf(words, last - back, last)))
  if (listed !== undefined) return last - listed
  const french = [1, 2, 3, 4, 5].find((back) => frenchStreet.test(words[last - back]?.plain ?? ''))
  if (french !== undefined && !words.slice(last - french, last + 1).some(isNumber)) return last - french
  if (!streetEnding(word.plain).test(word.plain)) return undefined
  const start = capitalsBefore(words, last)
  return noStreet.test(word.plain) && start === last ? undefined : start
}

/** "ik woon Meir 50", or "Kouter 8, 9000 …": a name and number where people tell where they live, or with a postcode. */
function homeStart(words: Word[], last: number, at: number, text: string): number | undefined {
  if (!words[last]) return undefined
  const told = words.slice(Math.max(0, at - 6), at).some(({ plain }) => livesAt.test(plain))
  const next = words[at + 1]
  const postcode = next && /^[1-9]\d{3}$/.test(next.plain) && !/[.!?]/.test(text.slice(words[at]?.to, next.from))
  if (!isCapital(words[last]) || !(told || postcode)) return undefined
  return /^\d{4}$/.test(words[at]?.plain ?? '') ? undefined : capitalsBefore(words, last)
}

/** Back over capitals and what stands between them: "Koningin Elisabethlaan", "Jan van Eyckstraat". */
function capitalsBefore(words: Word[], last: number): number {
  let start = last
  for (let at = last - 1; at >= 0 && last - at <= 4; at--) {
    const word = words[at]
    if (isCapital(word) && !livesAt.test(word?.plain ?? '')) start = at
    else if (!particle.test(word?.plain ?? '')) break
  }
  return start
}

/** Past "bus 3" or "boîte 12". */
const boxEnd = (words: Word[], at: number): number =>
  /^(bus|bte|boite|box|b)$/.test(words[at + 1]?.plain ?? '') && /^\w{1,4}$/.test(words[at + 2]?.plain ?? '')
    ? at + 2
    : at

const nameOf = (words: Word[], from: number, to: number): string =>
  from < 0
    ? ''
    : words
        .slice(from, to + 1)
        .map(({ plain }) => plain)
        .join(' ')

function span(words: Word[], first: number, end: number, name: number, number: Word, last = end): Found | undefined {
  const [from, to] = [words[first], words[end]]
  return (
    from &&
    to && { from: from.from, to: to.to, street: nameOf(words, name, last), number: Number.parseInt(number.plain, 10) }
  )
}
