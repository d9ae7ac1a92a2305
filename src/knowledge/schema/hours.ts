import * as z from 'zod'
import { day, prose, slug, texts } from './text.ts'

/** Opening hours as editors write them: Dutch names of days, times as 09:00. */

const dutchDays = ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'] as const

const time = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'schrijf een uur tussen aanhalingstekens als "09:00"')

const slotFields = {
  opens: time,
  /** Not after `opens`: it closes on the next day. */
  closes: time,
  /** Only who has an appointment is helped. */
  byAppointment: z.boolean().default(false),
}
const isSlot = ({ opens, closes }: { opens: string; closes: string }): boolean => opens !== closes && opens !== '24:00'
const noSlot = 'begin en einde zijn hetzelfde: schrijf 00:00 tot 24:00 voor een hele dag'

/** Both days included. */
const period = { validFrom: day, validThrough: day }
type Period = { validFrom?: string | undefined; validThrough?: string | undefined }
const inOrder = ({ validFrom = '', validThrough = '9' }: Period): boolean => validFrom <= validThrough
const notInOrder = 'het einde ligt voor het begin'

/** The hours of one way in: `fact` is the hours fact that gives source and date. */
export const openingHours = z.strictObject({
  fact: slug,
  /** With dates it is a season: in that period it replaces the hours without dates. */
  regular: z
    .array(
      z
        .strictObject({
          dayOfWeek: z.array(z.enum(dutchDays)).min(1),
          ...slotFields,
          validFrom: day.optional(),
          validThrough: day.optional(),
        })
        .refine(isSlot, noSlot)
        .refine(inOrder, notInOrder),
    )
    .min(1),
  /** Days with other hours; without slots it is closed. */
  special: z
    .array(
      z
        .strictObject({
          ...period,
          slots: z.array(z.strictObject(slotFields).refine(isSlot, noSlot)).default([]),
          reason: texts.optional(),
        })
        .refine(inOrder, notInOrder),
    )
    .default([]),
  onHolidays: z.enum(['closed', 'open']).default('closed'),
  /** Minutes before closing from which nobody is let in any more. */
  lastEntry: z.int().min(0).max(240).default(0),
})

/** A day, or a minute of it. */
const dayOrMinute = z
  .string()
  .regex(
    /^\d{4}-\d\d-\d\d(T([01]\d|2[0-3]):[0-5]\d)?$/,
    'schrijf een dag als 2026-12-24 of een moment als 2026-12-24T12:00',
  )

/** Everything at a location is closed: from a day or moment until and with another. */
export const closure = z
  .strictObject({ from: dayOrMinute, through: dayOrMinute, reason: texts })
  .refine(({ from, through }) => from <= through, notInOrder)

/** For a time, or for good, people go elsewhere. */
export const move = z
  .strictObject({
    from: day,
    /** Last day there; absent: it stays. */
    through: day.optional(),
    /** Name of the building there. */
    name: texts,
    /** Id of the address fact there. */
    address: slug.optional(),
  })
  .refine(({ from, through }) => through === undefined || from <= through, notInOrder)

/** `knowledge/common/holidays.yaml`: which country's public holidays count, and for which years they are computed. */
export const holidays = z.strictObject({
  country: z.string().regex(/^[A-Z]{2}$/),
  years: z.strictObject({ from: z.int(), through: z.int() }).refine(({ from, through }) => from <= through, notInOrder),
})

/** Days on which a city closes besides the public holidays. */
export const bridgeDays = z.array(
  z.strictObject({ day, name: texts, source: z.strictObject({ title: prose, url: z.url().nullable() }) }),
)
