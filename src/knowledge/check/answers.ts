import type { Problem } from '../problem.ts'
import type { CityKnowledge, Knowledge } from '../read.ts'

type City = CityKnowledge['city']

export const longestFirstSentence = 15
export const longestAnswer = 60

/** Numbers, prices, hours, links and dates are facts: they stand in facts.yaml with a source, never in a sentence. */
const factual = [
  { what: 'een telefoonnummer', pattern: /\b0\d[\d\s/.-]{6,}\b/ },
  { what: 'een bedrag', pattern: /€|\beuro?s?\b/i },
  { what: 'een uur', pattern: /\b\d{1,2}([:.]\d{2})?\s?(u|uur|h|heures?)\b/i },
  { what: 'een link', pattern: /https?:|www\./i },
  { what: 'een e-mailadres', pattern: /\S@\S/ },
]

const heavy =
  /\b(aangaande|betreffende|desbetreffende|conform|dient te|dienen te|gelieve|indien|middels|omtrent|reeds|teneinde|trachten)\b/i

/** Answers begin with a short sentence, stay short, hold no facts and no heavy words, and leave a way to a person. */
export function answers({ cities }: Knowledge): Problem[] {
  return cities.flatMap(({ city, services, locations }) =>
    services.flatMap(({ file, value }) => {
      const human = value.channels.some((use) =>
        isReachable(typeof use === 'string' ? city.contacts[use] : use, locations),
      )
      const texts = Object.entries(value.answer).filter(
        (entry): entry is [string, string] => typeof entry[1] === 'string',
      )
      return [
        ...(human
          ? []
          : [
              {
                file,
                field: 'channels',
                message: 'voeg een menselijke weg toe met een nummer of adres: telefoon of loket',
              },
            ]),
        ...texts.flatMap(([language, text]) => ofText(file, `answer.${language}`, text)),
      ]
    }),
  )
}

/** A phone with a number or a counter with an address: also for who has no internet. */
function isReachable(channel: City['contacts'][string] | undefined, locations: CityKnowledge['locations']): boolean {
  if (channel?.type === 'phone') return channel.fact !== undefined
  const place = locations.find(({ id }) => id === channel?.location)
  return channel?.type === 'counter' && place?.address !== undefined
}

function ofText(file: string, field: string, text: string): Problem[] {
  const first = words(text.split(/(?<=[.!?])\s/)[0] ?? '')
  const all = words(text)
  const messages = [
    ...(first > longestFirstSentence
      ? [`de eerste zin telt ${first} woorden: hou er hoogstens ${longestFirstSentence}`]
      : []),
    ...(all > longestAnswer ? [`het antwoord telt ${all} woorden: hou er hoogstens ${longestAnswer}`] : []),
    ...factual
      .filter(({ pattern }) => pattern.test(text))
      .map(({ what }) => `hier staat ${what}: zet dat in facts.yaml, met bron en datum`),
    ...(field.endsWith('.nl') && heavy.test(text)
      ? [`"${heavy.exec(text)?.[0]}" is een zwaar woord: schrijf het eenvoudiger`]
      : []),
  ]
  return messages.map((message) => ({ file, field, message }))
}

const words = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
