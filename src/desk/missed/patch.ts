import type { Proposal } from '../office/missed.ts'

/**
 * Proposals as a YAML file for an editor, who tries it on the city's own questions and applies it with one command.
 * Strings are written as JSON, which is YAML too.
 */
export function patchOf(proposals: Proposal[], city: string): string {
  const places = Map.groupBy(proposals, ({ page, lang, voice }) => JSON.stringify([page, lang, voice]))
  const items = [...places.values()].flatMap((own) => {
    const [{ page, lang, voice } = { page: '', lang: '', voice: '' }] = own
    const lines = [...new Set(own.map(({ phrasing }) => phrasing))].map(
      (phrasing) => `    - ${JSON.stringify(phrasing)}`,
    )
    return [`- page: ${JSON.stringify(page)}`, `  lang: ${lang}`, `  voice: ${voice}`, '  add:', ...lines]
  })
  const head = [
    `# Voorstellen van de balie van ${city}: manieren van vragen die een pagina nog niet kent.`,
    '# Probeer ze uit met: npm run propose -- <dit bestand>',
    '# en neem ze over met: npm run propose -- <dit bestand> --apply',
  ]
  return `${[...head, ...(items.length > 0 ? items : ['[]'])].join('\n')}\n`
}
