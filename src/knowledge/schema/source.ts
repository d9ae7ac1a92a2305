import * as z from 'zod'
import { prose, slug } from './text.ts'

/** Where a statement comes from: lines of a source document, and what they state in our own words. */
export const citation = z.strictObject({
  document: slug,
  lines: z.string().regex(/^\d+(-\d+)?(,\d+(-\d+)?)*$/, 'schrijf regels als 12, 12-15 of 12,15-18'),
  states: z.strictObject({ nl: prose, fr: prose.optional(), en: prose.optional() }).optional(),
})

/** `knowledge/common/sources/<slug>.yaml`: a document that we cite. */
export const sourceDocument = z.strictObject({
  id: slug,
  title: prose,
  issuer: prose,
  /** Date of the document itself, as far as it tells. */
  statedOn: z.string(),
  /** Where the public finds it; null when we do not know. */
  url: z.url().nullable(),
  note: z.strictObject({ nl: prose, fr: prose.optional(), en: prose.optional() }).optional(),
  /** What cited lines state, in our own words, for lines that many pages cite. Key: the lines as cited. */
  statements: z
    .record(z.string(), z.strictObject({ nl: prose, fr: prose.optional(), en: prose.optional() }))
    .default({}),
})
