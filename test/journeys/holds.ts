import type { AskOutput } from '../../src/core/ask.ts'
import type { Catalogue } from '../../src/core/catalogue.ts'
import type { Row } from './row.ts'

/** What is wrong with an answer to a row, in words; nothing when it holds. */
export function faults(row: Row, answer: AskOutput, catalogue: Catalogue): string[] {
  return [...ending(row, answer), ...words(row, answer), ...invented(answer), ...leaks(answer, catalogue)]
}

function ending(
  { outcome, services, organisations, choices, answersFor, contactType, unknown }: Row,
  answer: AskOutput,
): string[] {
  const offered = answer.reply.choices.map(({ id }) => id)
  const named = [answer.services[0]?.id, ...answer.answers.map(({ service }) => service), ...offered]
  const bodies = [
    answer.organisations[0]?.id,
    ...answer.answers.map(({ organisation }) => organisation),
    ...offered.map((id) => id.replace('organisation:', '')),
  ]
  const right = services.some((id) => named.includes(id)) || organisations.some((id) => bodies.includes(id))
  return [
    ...(outcome.includes(answer.outcome) ? [] : [`ends in ${answer.outcome}, not ${outcome.join(' or ')}`]),
    ...(right || services.length + organisations.length === 0
      ? []
      : [
          `names ${named.concat(bodies).filter(Boolean).join(', ')}, not ${[...services, ...organisations].join(' or ')}`,
        ]),
    ...choices.filter((id) => !offered.includes(id)).map((id) => `does not offer ${id}`),
    ...(answersFor && answer.city !== answersFor ? [`answers for ${answer.city}, not ${answersFor}`] : []),
    ...(contactType && answer.contactType !== contactType ? [`is ${answer.contactType}, not ${contactType}`] : []),
    ...unknown
      .filter((kind) => !answer.unknown.includes(kind as never))
      .map((kind) => `does not admit that ${kind} is unknown`),
  ]
}

function words({ must, never, lang }: Row, { reply, lang: spoken, answers }: AskOutput): string[] {
  const text = [reply.text, ...reply.choices.map(({ label }) => label), ...answers.map((answer) => answer.text)].join(
    '\n',
  )
  return [
    ...must.filter((pattern) => !new RegExp(pattern, 'iu').test(text)).map((pattern) => `lacks /${pattern}/`),
    ...never.filter((pattern) => new RegExp(pattern, 'iu').test(text)).map((pattern) => `holds /${pattern}/`),
    ...(spoken === lang ? [] : [`speaks ${spoken}, not ${lang}`]),
  ]
}

const classes = [
  { what: 'phone', pattern: /(?:\+|\b0)\d[\d ./-]{6,}\d/g },
  { what: 'amount', pattern: /(€\s?\d+|\d+([.,]\d+)?\s?(€|euro\b))/gi },
  { what: 'hour', pattern: /\b\d{1,2}([.:]\d{2})?\s?(u|uur|h)\b/gi },
  { what: 'URL', pattern: /https?:\/\/\S+/g },
]

/** A number, amount, hour or link in the sentences that no shown fact or way in carries. */
function invented({ answers, reply, outcome }: AskOutput): string[] {
  if (outcome === 'crisis') return []
  const said = answers.map(({ text }) => text).join('\n') || reply.text
  const shown = answers
    .flatMap(({ channels, facts }) => [
      ...channels.flatMap((way) => [way.phone, way.url, way.address, way.email]),
      ...facts.map(({ value }) => value),
    ])
    .join('\n')
  return classes.flatMap(({ what, pattern }) =>
    [...said.matchAll(pattern)]
      .filter(([found]) => !shown.includes(found))
      .map(([found]) => `invents a ${what}: ${found}`),
  )
}

/** An internal organisation is never shown to a citizen as the place to go. */
function leaks({ answers }: AskOutput, { cities }: Catalogue): string[] {
  return answers.flatMap(({ service, organisation }) => {
    const found = organisation ? cities[organisation.split('/')[0] ?? '']?.organisations[organisation] : undefined
    return found?.audience === 'internal' && service === null ? [`sends to the internal ${organisation}`] : []
  })
}
