import type { Problem } from '../problem.ts'
import type { Knowledge } from '../read.ts'

type Cited = { file: string; field: string; document: string; lines: string; states?: { nl: string } | undefined }

/** Every citation names a document that we describe, and somewhere it stands in our own words what those lines state. */
export function sources(knowledge: Knowledge): Problem[] {
  const documents = new Map(knowledge.sources.map(({ value }) => [value.id, value]))
  const cited = citations(knowledge)
  const stated = new Set(cited.filter(({ states }) => states).map(({ document, lines }) => `${document} ${lines}`))
  return cited.flatMap(({ file, field, document, lines }) => {
    const found = documents.get(document)
    if (!found) return [{ file, field, message: `document "${document}" bestaat niet in common/sources` }]
    if (found.statements[lines] || stated.has(`${document} ${lines}`)) return []
    return [{ file, field, message: `schrijf bij regels ${lines} met \`states\` in eigen woorden wat er staat` }]
  })
}

function citations({ cities }: Knowledge): Cited[] {
  return cities.flatMap((city) => [
    ...city.services.flatMap(({ file, value }) =>
      value.sources.map((source) => ({ file, field: 'sources', ...source })),
    ),
    ...city.organisations.flatMap(({ id, sources: found }) =>
      found.map((source) => ({ file: `${city.slug}/organisations.yaml`, field: id, ...source })),
    ),
  ])
}
