import * as z from 'zod'
import * as mini from 'zod/mini'
import { controlsIn } from './any-script.ts'
import { once } from './once.ts'
import { outcomes } from './outcome.ts'
import { unknownKinds } from './unknown-kinds.ts'

export type { UnknownKind } from './unknown-kinds.ts'

/** One question in, one answer out: the stateless contract of the command line, `POST /api/v1/ask`, desk and tests. */

export const longestText = 2000

/**
 * Control characters go, except line breaks and tabs; what is left must be 1 to 2,000 characters. A question is read with
 * the small face of zod: every start makes this schema, and the large one takes twice as long.
 */
const text = once(() =>
  mini.string({ error: 'text: a string is needed' }).check(
    mini.overwrite((value) => {
      const composed = value.normalize('NFC')
      return composed.replace(controlsIn(composed), (c) => (c === '\n' || c === '\t' ? c : ''))
    }),
    mini.refine((value) => value.trim().length > 0, 'text: it is empty'),
    mini.refine((value) => [...value].length <= longestText, `text: at most ${longestText} characters`),
  ),
)

export const askInput = once(() =>
  mini.object({
    id: mini.optional(mini.string().check(mini.maxLength(200))),
    text: text(),
    /** Slug of a city; null or absent when unknown. */
    city: mini.nullish(mini.string().check(mini.maxLength(60))),
    lang: mini.nullish(mini.enum(['nl', 'fr', 'en'])),
    /** The moment for opening hours and staleness. */
    at: mini.nullish(mini.iso.datetime({ offset: true, error: 'at: write a moment as 2026-11-21T10:00:00+01:00' })),
  }),
)
export type AskInput = z.infer<ReturnType<typeof askInput>>

/** What answers are made of is described only when something asks for it: most of the time nobody checks an answer of ours. */
export const channel = once(() =>
  z.object({
    type: z.enum(['online', 'phone', 'counter', 'email', 'post', 'video']),
    label: z.string(),
    url: z.string().optional(),
    phone: z.string().optional(),
    email: z.string().optional(),
    location: z.string().optional(),
    address: z.string().optional(),
    byAppointment: z.enum(['only', 'mainly', 'none', 'unknown']).optional(),
    /** Absent when the hours are not known, or stale. */
    openNow: z.boolean().optional(),
    /** Moment of the next opening, ISO with offset; null when none is known. Only when it is closed. */
    nextOpening: z.string().nullable().optional(),
    /** The same as a sentence. */
    hours: z.string().optional(),
    /** What else one must know before going: a move, which of several. */
    note: z.string().optional(),
    statedOn: z.string().nullable().optional(),
    checkedOn: z.string().nullable().optional(),
    stale: z.boolean().optional(),
    source: z.string().optional(),
  }),
)

const fact = once(() =>
  z.object({
    kind: z.string(),
    label: z.string().optional(),
    value: z.string(),
    source: z.string(),
    statedOn: z.string().nullable(),
    checkedOn: z.string().nullable(),
    stale: z.boolean(),
  }),
)

export const source = once(() =>
  z.object({
    title: z.string(),
    url: z.string().nullable(),
    document: z.string().nullable(),
    lines: z.string().nullable(),
    statedOn: z.string().nullable(),
    checkedOn: z.string().nullable(),
  }),
)

const answer = once(() =>
  z.object({
    order: z.number().int(),
    service: z.string().nullable(),
    organisation: z.string().nullable(),
    title: z.string(),
    text: z.string(),
    channels: z.array(channel()),
    facts: z.array(fact()),
    unknown: z.array(z.enum(unknownKinds)),
    sources: z.array(source()),
  }),
)
export type Answer = z.infer<ReturnType<typeof answer>>
export type AnswerChannel = z.infer<ReturnType<typeof channel>>
export type AnswerFact = z.infer<ReturnType<typeof fact>>
export type AnswerSource = z.infer<ReturnType<typeof source>>

const scored = once(() => z.array(z.object({ id: z.string(), score: z.number() })).max(3))

export const askOutput = once(() =>
  z.object({
    id: z.string().nullable(),
    outcome: z.enum(outcomes),
    lang: z.enum(['nl', 'fr', 'en']),
    city: z.string().nullable(),
    district: z.string().nullable(),
    contactType: z.enum(['information', 'appointment', 'report', 'complaint']),
    confidence: z.number().min(0).max(1),
    services: scored(),
    organisations: scored(),
    lifeEvent: z.string().nullable(),
    answers: z.array(answer()).max(8),
    organisation: z.string().nullable(),
    channels: z.array(channel()),
    facts: z.array(fact()),
    unknown: z.array(z.enum(unknownKinds)),
    sources: z.array(source()),
    reply: z.object({
      text: z.string(),
      /** What is said beside the answers, a sentence or a notice each: for channels that lay out the answers themselves. */
      lead: z.array(z.string()),
      choices: z.array(z.object({ id: z.string(), label: z.string() })),
    }),
  }),
)
export type AskOutput = z.infer<ReturnType<typeof askOutput>>
