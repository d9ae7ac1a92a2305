import { callableNumber } from './phone-number.ts'

/** How people ask to be called back, in the words that we tell them to use and those beside them; a number ends it. */
const asks =
  /^(?:graag )?(?:bel (?:mij|me|ons)(?: terug)?|terugbellen|rappelez[ -](?:moi|nous)|me rappeler|call (?:me|us)(?: back)?)(?: (?:op|naar|au|sur|on|at))?(?: (?:het nummer|le num[e\u00e9]ro|number))?[ :,]*(?<number>\+?[\d\s./()-]{8,25})[.!]?$/iu

/**
 * The number on which somebody asks to be called back, in a way in that has no field for it. Null for anything else: a
 * number that only comes up in a message is never taken for one.
 */
export function callBackNumber(text: string): string | null {
  const number = asks.exec(text.trim().replace(/\s+/gu, ' '))?.groups?.number
  return number ? callableNumber(number) : null
}
