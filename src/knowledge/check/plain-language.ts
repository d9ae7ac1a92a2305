import type { Problem } from '../problem.ts'
import type { Knowledge } from '../read.ts'
import { type CitizenText, citizenTexts } from './texts.ts'

/** Words of a sentence: no sentence has more, and a text has no more than the second on average. */
export const longestSentence = 20
export const averageSentence = 12

/** What a citizen reads is plain: short sentences, words of every day, one form of address, nothing abbreviated unexplained. */
export function plainLanguage(knowledge: Knowledge): Problem[] {
  const heavy = heavyWords(knowledge.plainLanguage.heavy)
  const known = new Set(knowledge.plainLanguage.abbreviations)
  return citizenTexts(knowledge).flatMap((found) =>
    [tooLong(found), tooHeavy(found, heavy), wrongAddress(found), abbreviated(found, known), shortened(found)].flatMap(
      (message) => (message ? [{ file: found.file, field: found.field, message }] : []),
    ),
  )
}

/** Sentences of a text; a line of its own and what follows a colon are sentences too. */
export const sentencesOf = (text: string): string[] =>
  text.split(/(?<=[.!?])\s+|\n+|:\s+|;\s+/u).filter((sentence) => wordsIn(sentence) > 0)

/** Words as people count them: what stands between brackets explains a name and does not count. */
export const wordsIn = (sentence: string): number =>
  sentence
    .replace(/\([^)]*\)/g, ' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length

function tooLong({ text }: CitizenText): string | undefined {
  const lengths = sentencesOf(text).map(wordsIn)
  const longest = Math.max(0, ...lengths)
  if (longest > longestSentence) return `een zin telt ${longest} woorden: hou er hoogstens ${longestSentence}`
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length)
  if (lengths.length < 2 || average <= averageSentence) return undefined
  return `gemiddeld ${average.toFixed(1)} woorden per zin: hou er hoogstens ${averageSentence}`
}

type Heavy = Record<CitizenText['lang'], { pattern: RegExp; instead: Map<string, string> }>

function heavyWords(lists: Record<CitizenText['lang'], Record<string, string>>): Heavy {
  const of = (list: Record<string, string>): Heavy['nl'] => ({
    pattern: new RegExp(
      `(?<![\\p{L}-])(?:${
        Object.keys(list)
          .map((word) => RegExp.escape(word))
          .join('|') || '(?!)'
      })(?![\\p{L}-])`,
      'iu',
    ),
    instead: new Map(Object.entries(list)),
  })
  return { nl: of(lists.nl), fr: of(lists.fr), en: of(lists.en) }
}

function tooHeavy({ text, lang }: CitizenText, heavy: Heavy): string | undefined {
  const found = heavy[lang].pattern.exec(text)?.[0]
  return (
    found && `"${found}" is een zwaar woord: schrijf bijvoorbeeld "${heavy[lang].instead.get(found.toLowerCase())}"`
  )
}

const formal = /(?<![\p{L}-])(u|uw|uzelf)(?![\p{L}-])/iu
const familiar = /(?<![\p{L}-])(je|jij|jou|jouw|jezelf|jullie)(?![\p{L}-])/iu
const tutoiement = /(?<![\p{L}'’-])(tu|toi|ton|ta|tes)(?![\p{L}-])/iu

function wrongAddress({ text, lang, address }: CitizenText): string | undefined {
  const wrong = { je: [formal], u: [familiar], neither: [formal, familiar], either: [] }[address]
  const patterns = { nl: wrong, fr: [tutoiement], en: [] }[lang]
  const found = patterns.map((pattern) => pattern.exec(text)?.[0]).find((word) => word !== undefined)
  if (!found) return undefined
  return lang === 'fr'
    ? `hier staat "${found}": spreek de lezer aan met vous`
    : `hier staat "${found}": hou de aanspreking gelijk`
}

/** "IPDC" without "(…)" behind it or around it, and not in the list of what everybody knows. */
function abbreviated({ text }: CitizenText, known: Set<string>): string | undefined {
  const found = [...text.matchAll(/(?<![\p{L}\p{N}/.{-])\p{Lu}{2,}(?![\p{L}\p{N}}])/gu)].find(({ 0: word, index }) => {
    const after = text.slice(index + word.length)
    return !known.has(word) && !/^\s*\(/.test(after) && !/^\s*\)/.test(after)
  })
  return found && `schrijf "${found[0]}" één keer voluit, of zet het bij de bekende afkortingen`
}

const money = /€|\bEUR\b/u
const date = /\b\d{1,2}[/-]\d{1,2}[/-]\d{2,4}\b/

function shortened({ text }: CitizenText): string | undefined {
  if (money.test(text)) return 'schrijf het bedrag voluit, als 25 euro'
  return date.test(text) ? 'schrijf de datum voluit, als 12 maart 2026' : undefined
}
