import * as z from 'zod'
import { anyScript } from '../../src/core/any-script.ts'
import { once } from '../../src/core/once.ts'
import { maybeWords } from './fields.ts'

/**
 * A place on the map, reduced to a name at the border: coordinates, street and house number are left behind.
 */

const degrees = (most: number) =>
  z
    .union([
      z.number(),
      z
        .string()
        .regex(/^-?\d{1,3}(?:\.\d{1,20})?$/)
        .transform(Number),
    ])
    .pipe(z.number().min(-most).max(most))

const location = once(() =>
  z.object({
    location: z.object({ latitude: degrees(90), longitude: degrees(180), name: maybeWords(), address: maybeWords() }),
  }),
)

/** Postcode and municipality within an address, as they are written in Belgium. */
const locality = anyScript("(?<!\\d)[1-9]\\d{3} [\\p{Lu}][\\p{L}'’.-]{0,30}(?: [\\p{L}'’.-]{1,30}){0,3}", 'u')

/** What the sender's phone calls the place, and of its address only the postcode and municipality. */
export const placeName = once(() =>
  location().transform(({ location: { name, address } }) => {
    const written = address ?? ''
    const parts = [name, locality(written).exec(written)?.[0] ?? null]
    return parts.filter((part) => part !== null).join(', ') || null
  }),
)
