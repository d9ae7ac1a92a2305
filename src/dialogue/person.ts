import type { AskOutput } from '../core/ask.ts'
import { inLanguage } from '../core/language.ts'
import type { PersonOptions } from '../core/ports.ts'
import { firstLineAnswer } from './answer.ts'
import { momentInWords } from './hours/say-hours.ts'
import { replyText } from './reply-text.ts'
import { say } from './say.ts'
import { begin } from './turn.ts'
import type { World } from './world.ts'

/** A sentence for who wants a person, with the city's first line and how to reach it. Without a city, the sentence alone. */
export function person(
  sentence: string,
  { lang, city, values = {}, more }: PersonOptions,
  world: World,
  now: string,
): AskOutput {
  const place = city ? world.catalogue.cities[city] : undefined
  const turn = { ...begin({ text: '', lang, city }, now), city: place?.id ?? null }
  const contact = place ? inLanguage(place.firstLine.name, lang) : say(world, turn, 'conversation.yourCity')
  const when = values.when ? { when: momentInWords(Date.parse(values.when), turn, world) } : {}
  const said = say(world, turn, sentence, { contact, ...values, ...when })
  const text = more ? `${said} ${say(world, turn, more)}` : said
  const answer = firstLineAnswer(text, [], turn, world)
  const lead = answer ? [] : [text]
  return {
    id: null,
    outcome: 'answered.about',
    lang,
    city: turn.city,
    district: null,
    contactType: 'information',
    confidence: 1,
    services: [],
    organisations: [],
    lifeEvent: null,
    answers: answer ? [answer] : [],
    organisation: answer?.organisation ?? null,
    channels: answer?.channels ?? [],
    facts: [],
    unknown: [],
    sources: answer?.sources ?? [],
    reply: { text: replyText({ before: [], lead }, answer ? [answer] : [], turn, world), lead, choices: [] },
  }
}
