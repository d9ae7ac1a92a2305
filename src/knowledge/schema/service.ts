import * as z from 'zod'
import { appointment, channelUse } from './channel.ts'
import { phrasings, words } from './phrasings.ts'
import { citation } from './source.ts'
import { addressedTexts, id, prose, slug, texts } from './text.ts'

export const contactTypes = ['information', 'appointment', 'report', 'complaint'] as const

/** `knowledge/<city>/services/<slug>.yaml`: one service of one city (cpsv:PublicService). */
export const service = z.strictObject({
  id,
  /** `service`; `channelGuide` tells about ways in; `plan` exists only as a plan or project in the source. */
  kind: z.enum(['service', 'channelGuide', 'plan']).default('service'),
  organisation: id,
  /** City-independent concepts (common/concepts) that end here: their phrasings count for this service. */
  concepts: z.array(slug).default([]),
  /** A wider service of the same city that this one is part of. */
  broader: id.optional(),
  contactType: z.enum(contactTypes).default('information'),
  name: texts,
  /** What the citizen reads. The first sentence answers: at most 15 words, and names the organisation or way in. */
  answer: texts,
  /** Sentence to read aloud on the phone, at most 25 words. */
  say: texts.optional(),
  /** Kinds of fact that this page is about and that we never hold: the reply says so each time. */
  lacks: z.array(z.enum(['status', 'availability', 'person', 'booking'])).default([]),
  /** What the citizen must have at hand, only when a source says so. */
  evidence: texts.optional(),
  appointment: appointment.default('unknown'),
  channels: z.array(channelUse).min(1),
  sources: z.array(citation).min(1),
  /** For desk agents only; never sent to a citizen. */
  memo: texts.optional(),
  words: words.default({}),
  phrasings: phrasings.default({}),
})

/** `knowledge/common/concepts/<slug>.yaml`: what any municipality offers or is asked, without city rules (IPDC concept). */
export const concept = z.strictObject({
  id: slug,
  theme: slug,
  name: z.strictObject({ nl: prose, fr: prose, en: prose }),
  description: z.strictObject({ nl: prose, fr: prose, en: prose }),
  contactType: z.enum(contactTypes).default('information'),
  /** Recognised in the eight further languages as well. */
  core: z.boolean().default(false),
  /** One of the twenty most asked: more phrasings are demanded. */
  mostAsked: z.boolean().default(false),
  /** First sentence of the reply in a city that has no page on it: it names the city's first-line contact as {contact}. */
  pointer: addressedTexts.optional(),
  words: words.default({}),
  phrasings: phrasings.default({}),
})
