import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import type { Fact } from '../../core/fact.ts'

/** Whether a number is what it says it is. Problems are in Dutch, for whoever mends them. */

const digits = (text: string): string => text.replace(/\D/g, '')

/** Emergency and service numbers of three or four digits, Europe's 116 numbers and its freephone. */
const short = /^(1\d{2,3}|116\d{3}|00800\d{8})$/

/** Number of an enterprise (KBO): ten digits, the last two are 97 minus the first eight modulo 97. */
export function isCompanyNumber(text: string): boolean {
  const number = digits(text)
  return /^[01]\d{9}$/.test(number) && 97 - (Number(number.slice(0, 8)) % 97) === Number(number.slice(8))
}

/** What is wrong with the value of a fact; nothing when it is well formed. */
export function malformed({ kind, value }: Pick<Fact, 'kind' | 'value'>): string | undefined {
  const texts = typeof value === 'string' ? [value] : Object.values(value).filter((text) => text !== undefined)
  return texts.map((text) => rules[kind]?.(text.trim()) ?? companyNumberIn(text)).find((found) => found !== undefined)
}

const rules: Partial<Record<Fact['kind'], (text: string) => string | undefined>> = {
  phone: (text) => {
    if (isCompanyNumber(text)) return `"${text}" is een ondernemingsnummer, geen telefoonnummer`
    if (short.test(digits(text)) || parsePhoneNumberFromString(text, 'BE')?.isValid()) return undefined
    return `"${text}" is geen geldig telefoonnummer`
  },
  email: (text) => (/^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i.test(text) ? undefined : `"${text}" is geen e-mailadres`),
  url: urlProblem,
  form: urlProblem,
}

function urlProblem(text: string): string | undefined {
  if (!URL.canParse(text)) return `"${text}" is geen link`
  const { protocol, hostname } = new URL(text)
  if (protocol !== 'https:' && protocol !== 'http:') return `"${text}" begint niet met https`
  return hostname.includes('.') ? undefined : `"${text}" heeft geen domeinnaam`
}

const tenDigits = /(?<!\d)[01]\d{3}[ .]?\d{3}[ .]?\d{3}(?!\d)/g

/** An enterprise number that stands in another kind of fact is no way to reach anybody either. */
function companyNumberIn(text: string): string | undefined {
  const found = text.match(tenDigits)?.find(isCompanyNumber)
  return found && `"${found}" is een ondernemingsnummer`
}
