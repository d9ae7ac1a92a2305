import type { Problem } from '../problem.ts'
import type { Knowledge } from '../read.ts'

type Found = { nl: string; fr?: string | undefined; en?: string | undefined }

/** Names and answers exist in every language that the city uses; messages in all three. */
export function languages({ cities, messages }: Knowledge): Problem[] {
  const ofPages = cities.flatMap(({ city, services, slug, organisations }) => {
    const needed = [...city.languages.official, ...city.languages.courtesy]
    return [
      ...services.flatMap(({ file, value }) => [
        ...lacking(file, 'name', value.name, needed),
        ...lacking(file, 'answer', value.answer, needed),
      ]),
      ...organisations
        .filter(({ audience }) => audience === 'citizen' || audience === 'mixed')
        .flatMap(({ id, name, does }) => {
          const file = `${slug}/organisations.yaml`
          return [
            ...lacking(file, `${id}.name`, name, city.languages.official),
            ...lacking(file, `${id}.does`, does, city.languages.official),
          ]
        }),
    ]
  })
  return [...ofPages, ...ofMessages(messages)]
}

const lacking = (file: string, field: string, texts: Found, needed: ('nl' | 'fr' | 'en')[]): Problem[] =>
  needed
    .filter((language) => !texts[language])
    .map((language) => ({ file, field: `${field}.${language}`, message: 'deze taal ontbreekt' }))

function ofMessages(messages: Knowledge['messages']): Problem[] {
  const names = new Set(messages.flatMap(({ value }) => Object.keys(value)))
  return messages.flatMap(({ file, value }) =>
    [...names]
      .filter((name) => !Object.hasOwn(value, name))
      .map((name) => ({ file, field: name, message: 'deze zin ontbreekt' })),
  )
}
