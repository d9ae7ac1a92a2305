import * as z from 'zod'
import { regions } from '../../core/region.ts'
import { unknownKinds } from '../../core/unknown-kinds.ts'
import { phrasings, words } from './phrasings.ts'
import { addressed, addressedTexts, id, partialDate, prose, recognisedLanguages, slug } from './text.ts'

/** `knowledge/common/referrals/<slug>.yaml`: another government or body, what is theirs and how to reach it. */
export const referral = z.strictObject({
  id,
  name: z.strictObject({ nl: prose, fr: prose, en: prose }),
  /** What is theirs, one line. */
  does: z.strictObject({ nl: prose, fr: prose, en: prose }),
  /** What the citizen reads: first sentence at most 15 words, names the body. */
  answer: addressedTexts,
  /** Public ways in; only what a source states. */
  website: z.strictObject({ url: z.url(), title: prose, statedOn: partialDate.nullable() }).optional(),
  phone: z
    .strictObject({ number: prose, title: prose, url: z.url().nullable(), statedOn: partialDate.nullable() })
    .optional(),
  /** Cities for which it does not count (a Flemish body for a Brussels citizen); empty: all. */
  notIn: z.array(slug).default([]),
  /** What any municipality is asked and this body does, where the city has no page of its own on it. */
  concepts: z.array(slug).default([]),
  words: words.default({}),
  phrasings: phrasings.default({}),
})

/** `knowledge/common/about/<slug>.yaml`: talk about the assistant itself, and small talk. */
export const about = z.strictObject({
  id: slug,
  answer: addressedTexts,
  phrasings,
})

/** `knowledge/common/out-of-scope/<slug>.yaml`: what no city helps with; the reply says so. */
export const outOfScope = z.strictObject({ id: slug, phrasings })

/** `knowledge/common/life-events/<slug>.yaml`: the ordered things to do. */
export const lifeEvent = z.strictObject({
  id: slug,
  name: z.strictObject({ nl: prose, fr: prose, en: prose }),
  /** One sentence before the list, at most 15 words. */
  opening: addressedTexts,
  /** Each step is a concept that a city fills with its own service, or a referral. At most 15 words a step. */
  steps: z
    .array(z.strictObject({ concept: slug.optional(), referral: id.optional(), text: addressedTexts }))
    .min(2)
    .max(8),
  phrasings,
})

const lines = z.array(prose)

/** `knowledge/common/ambiguities/<slug>.yaml`: an expression that means several things, and the question to ask. */
export const ambiguity = z.strictObject({
  id: slug,
  /** Expressions; the question is asked when a message holds one of them and nothing else in it tells which is meant. */
  phrases: z.strictObject({ nl: lines, fr: lines.default([]), en: lines.default([]) }),
  /** Words that decide by themselves: with one of them nothing is asked. A final `~` stands for any ending. */
  unless: lines.default([]),
  question: addressedTexts,
  /** What it may mean: concepts and, where only one city has it, services. Those that a city lacks are left out. */
  concepts: z.array(slug).default([]),
  services: z.array(id).default([]),
})

/** `knowledge/common/vocabulary/<lang>.yaml` */
export const vocabulary = z.strictObject({
  language: prose,
  /** Words that carry no meaning for routing. */
  stop: lines,
  /** Sets of words that mean the same; the first is the canonical one. Words or short phrases. */
  synonyms: z.array(lines),
  /** Abbreviation, chat or dialect spelling → plain word or words. */
  spelling: z.record(z.string(), z.string()),
  /** Pairs that look alike and never stand for each other. */
  falseFriends: z.array(z.tuple([z.string(), z.string()])),
  /** Irregular forms → base form. */
  irregular: z.record(z.string(), z.string()),
  /** Phrases that ask for a kind of fact. `*` stands for one to three words. */
  asksFor: z.record(z.string(), lines),
  /** Phrases that show the contact type. */
  contactType: z.record(z.string(), lines),
  /** Words with which people react to a reply: yes, no, back, a person, and what leans on what went before. */
  talk: z.record(z.string(), lines).default({}),
  /** Short frequent words and endings by which the language is recognised. */
  marks: lines,
})

/** `knowledge/common/messages/<lang>.yaml`: every sentence that the assistant itself says; {name} is filled in. */
export const messages = z.record(z.string(), addressed)

/** `knowledge/common/crisis.yaml` */
export const crisis = z.strictObject({
  /** Class → words of all languages that say the same; a final `~` stands for any ending. */
  words: z.record(z.string(), lines),
  /** Classes that by themselves tell of nothing that happens. */
  bystanders: lines,
  lines: z.array(
    z.strictObject({
      id: slug,
      number: prose,
      name: z.strictObject({ nl: prose, fr: prose, en: prose }),
      languages: z.array(prose),
      source: prose,
      statedOn: partialDate.nullable(),
      checkedOn: partialDate.nullable(),
    }),
  ),
  kinds: z.array(
    z.strictObject({
      id: slug,
      /** Fixed reply, reviewed; {lines} stands for the lines below it. */
      reply: z.strictObject({ nl: prose, fr: prose, en: prose }),
      lines: z.strictObject({ nl: z.array(slug), fr: z.array(slug), en: z.array(slug) }),
      /** Phrases that are a sign by themselves, whatever else is said; `*` and `~` as in the vocabulary. */
      signs: lines.default([]),
      phrasings: z.record(z.string(), lines),
    }),
  ),
  /** Sentences that look like a crisis and are none. */
  lookalikes: z.record(z.string(), lines),
})

const linesByLanguage = z.strictObject({ nl: z.array(prose), fr: z.array(prose), en: z.array(prose) })

/** `knowledge/common/contact-types.yaml`: messages of each kind, whatever they are about, to tell the kinds apart. */
export const contactTypeLines = z.strictObject({
  information: linesByLanguage,
  appointment: linesByLanguage,
  report: linesByLanguage,
  complaint: linesByLanguage,
})

/** `knowledge/common/asked-facts.yaml`: messages that ask for a kind of fact, and `none` for those that ask for none. */
export const askedFactLines = z.partialRecord(z.enum([...unknownKinds, 'detail', 'none']), z.record(z.string(), lines))

/** `knowledge/common/outside.yaml`: how what no city helps with is told from what one does. */
export const outsideLines = z.strictObject({
  /** Further messages about what no city helps with. */
  lines: linesByLanguage,
})

/** `knowledge/common/further-languages.yaml`: one fixed sentence for each language we only recognise. */
export const furtherReply = z.partialRecord(z.enum(recognisedLanguages), prose)

/** `knowledge/common/elsewhere.yaml`: municipalities that are not ours, to recognise and refer. */
export const elsewhere = z.strictObject({
  names: lines,
  /** Those (and places of ours) that are also ordinary words: a place only when written so. */
  ordinary: lines,
  /** Those that are also the name of a region, by the region: whoever lives there is at home there too. */
  regions: z.partialRecord(z.enum(regions), lines).default({}),
})
