import * as z from 'zod'
import { anyScript, controlsIn } from '../../src/core/any-script.ts'
import { once } from '../../src/core/once.ts'

/** Fields of the platform's payloads, read with tolerance: unknown keys are stripped, what is odd is told apart from what is there. */

/** Words for nothing that a careless sender writes as text, once or twice quoted: everybody without an id would share one. */
const nothing = anyScript('^[^\\p{L}\\p{N}]*(?:undefined|null|nan|object object)?[^\\p{L}\\p{N}]*$', 'iu')

/**
 * An id of the platform's: never blank, and nothing that two different ids could lose on their way (a lone surrogate
 * becomes the same byte as any other).
 */
export const id = once(() =>
  z
    .string()
    .min(1)
    .max(512)
    .refine((value) => value.search(controlsIn(value)) < 0)
    .refine((value) => !nothing(value).test(value)),
)

/** The id, or null when there is none that can be used. Most are absent, and what is absent is no error to be worded. */
export const maybeId = once(() => id().nullable().default(null).catch(null))

/** The platform lets nobody write more in one message. */
const longestWords = 4096

/** Words of a person: composed characters, without controls and half characters. */
export const words = once(() =>
  z.string().transform((text) => {
    const composed = text.slice(0, longestWords).normalize('NFC')
    return composed.replace(controlsIn(composed), (found) => (found === '\n' || found === '\t' ? found : ''))
  }),
)

/** Words, or null when there are none. */
export const maybeWords = once(() =>
  words()
    .transform((text) => text.trim() || null)
    .catch(null),
)

/** Unix seconds, as text or number, as ISO in UTC; null when they cannot be read. */
export const moment = once(() =>
  z
    .union([z.string().regex(/^\d{1,11}$/), z.number().int().min(0).max(99_999_999_999)])
    .transform((seconds) => new Date(Number(seconds) * 1000).toISOString())
    .nullable()
    .catch(null),
)

/** A list whose items are read one by one: what cannot be read is left out, and the rest stays. */
export const each = <T>(item: z.ZodType<T>) =>
  z
    .array(z.unknown())
    .default([])
    .catch([])
    .transform((items) =>
      items.map((one) => item.safeParse(one)).flatMap(({ success, data }) => (success ? [data] : [])),
    )
