import * as z from 'zod'
import { prose } from './text.ts'

const words = z.record(prose, prose)

/** `knowledge/common/plain-language.yaml`: what the build stumbles over. */
export const plainLanguage = z.strictObject({
  /** Heavy word → what to write instead. */
  heavy: z.strictObject({ nl: words, fr: words, en: words }),
  /** Abbreviations that need no explanation. */
  abbreviations: z.array(prose),
})
