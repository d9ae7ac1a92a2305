import * as z from 'zod'

/** Languages in which pages, messages and answers are written. */
export const writtenLanguages = ['nl', 'fr', 'en'] as const
/** Further languages in which only the core services are recognised, and answered with one fixed sentence. */
export const recognisedLanguages = ['de', 'tr', 'ar', 'pl', 'uk', 'bg', 'es', 'ro'] as const

export const writtenLanguage = z.enum(writtenLanguages)

/** A sentence or paragraph: trimmed, never empty. */
export const prose = z.string().trim().min(1)

/** Text in the written languages. Dutch is always there; which others are needed is a rule of the city. */
export const texts = z.strictObject({ nl: prose, fr: prose.optional(), en: prose.optional() })

/** Dutch that addresses the citizen, where `je` and `u` cities need different words. */
export const addressed = z.union([prose, z.strictObject({ je: prose, u: prose })])

/** Text of the assistant itself: Dutch may differ per form of address. */
export const addressedTexts = z.strictObject({ nl: addressed, fr: prose, en: prose })

/** `<city>/identiteitskaart`, `common/fod-financien`: who it belongs to, then its name. */
export const id = z
  .string()
  .regex(/^[a-z]+(-[a-z]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/, 'een id is "stad/naam", met kleine letters en streepjes')
export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'gebruik kleine letters, cijfers en streepjes')

/** A day, or the month or year when the source tells no more. */
export const partialDate = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'schrijf een datum als 2024, 2024-06 of 2024-06-15')
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'schrijf een dag als 2024-06-15')
