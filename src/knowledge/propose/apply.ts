import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Document, isSeq, parse } from 'yaml'
import * as z from 'zod'
import { closeYaml, openYaml } from '../facts/edit-yaml.ts'
import { voices } from '../schema/phrasings.ts'

/** Ways of asking that somebody proposes for a page: a service id, or `concept:<slug>`. */
const proposals = z.array(
  z.strictObject({
    page: z.string().regex(/^(concept:[a-z0-9-]+|[a-z0-9-]+\/[a-z0-9-]+)$/),
    lang: z.enum(['nl', 'fr', 'en']),
    voice: z.enum(voices),
    add: z.array(z.string().trim().min(2)).min(1),
  }),
)

export type Proposals = z.infer<typeof proposals>

/** @throws naming the field when the file is not as the desk writes it. */
export function readProposals(text: string): Proposals {
  const parsed = proposals.safeParse(parse(text))
  if (parsed.success) return parsed.data
  const fields = parsed.error.issues.map(({ path }) => path.map(String).join('.') || 'het bestand')
  throw new Error(`dit is geen lijst van voorstellen: ${[...new Set(fields)].join(', ')}`)
}

/**
 * Writes the proposals into `knowledge/` of a project, comments and order of everything else as they were. Gives back
 * how many were new. @throws when a page does not exist.
 */
export function applyProposals(root: string, all: Proposals): number {
  let added = 0
  for (const { page, lang, voice, add } of all) {
    const file = fileOf(join(root, 'knowledge'), page)
    const document = openYaml(readFileSync(file, 'utf8'))
    const fresh = add.filter((phrasing) => grow(document, ['phrasings', lang, voice], phrasing))
    added += fresh.length
    if (fresh.length > 0) writeFileSync(file, closeYaml(document))
  }
  return added
}

/** Adds a phrasing to a list, which is made when it is not there; false when it has it already. */
function grow(document: Document, path: string[], phrasing: string): boolean {
  const list = document.getIn(path)
  if (!isSeq(list)) {
    document.setIn(path, document.createNode([phrasing]))
    return true
  }
  if (list.toJSON().includes(phrasing)) return false
  const node = document.createNode(phrasing)
  node.type = 'QUOTE_DOUBLE'
  list.add(node)
  return true
}

/** Where the phrasings of a page stand: those of a service that fills a concept stand with the first one. */
function fileOf(root: string, page: string): string {
  const [kind = '', slug = ''] = page.split(/[:/]/)
  const concept = (name: string): string => join(root, 'common', 'concepts', `${name}.yaml`)
  const own = page.startsWith('concept:') ? concept(slug) : join(root, kind, 'services', `${slug}.yaml`)
  if (!existsSync(own)) throw new Error(`pagina "${page}" bestaat niet`)
  const { concepts = [] } = parse(readFileSync(own, 'utf8')) as { concepts?: string[] }
  return concepts[0] ? concept(concepts[0]) : own
}
