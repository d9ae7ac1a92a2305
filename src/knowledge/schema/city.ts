import * as z from 'zod'
import { regions } from '../../core/region.ts'
import { channel, channelType } from './channel.ts'
import { bridgeDays, closure, move, openingHours } from './hours.ts'
import { phrasings } from './phrasings.ts'
import { citation } from './source.ts'
import { day, id, partialDate, prose, slug, texts, writtenLanguage } from './text.ts'

const colour = z.string().regex(/^#[0-9a-f]{6}$/, 'schrijf een kleur als #0057b7, met kleine letters')

/** `knowledge/<city>/city.yaml` */
export const city = z.strictObject({
  id: slug,
  name: z.strictObject({ nl: prose, fr: prose, en: prose }),
  languages: z.strictObject({
    /** Languages of equal legal standing; the first is used when nothing else decides. */
    official: z.array(writtenLanguage).min(1),
    /** Courtesy translations: shown as a translation, the official text counts. */
    courtesy: z.array(writtenLanguage).default([]),
    /** What a visitor sees before choosing: the first official language, or all of them. */
    unknown: z.enum(['first', 'all-official']),
  }),
  /** Whose law holds for its websites, and whose ombudsman complaints about them go to. */
  region: z.enum(regions),
  /** Form of address in Dutch. */
  address: z.enum(['je', 'u']),
  /** Order in which ways in are shown: policy of the city. */
  channelOrder: z.array(channelType).min(1),
  channelOrderSource: citation.optional(),
  /** Named ways in that services refer to. */
  contacts: z.record(slug, channel),
  /** Contact that takes every question; used when we know no better. Its organisation is the first-line organisation. */
  firstLine: z.strictObject({ organisation: id, contacts: z.array(slug).min(1), name: texts }),
  bridgeDays: bridgeDays.default([]),
  theme: z.strictObject({
    /** Surface of the header and of buttons. */
    accent: colour,
    /** Text on that surface. */
    onAccent: colour,
    /** The accent as text and border on white: links, outlined buttons. */
    accentText: colour,
    radius: z.string().regex(/^(0|\d{1,2}px)$/, 'schrijf een ronding als 0 of 4px'),
    /** Letter of the widget: that of the page it stands on, or the visitor's own system's. */
    font: z.enum(['host', 'system']).default('host'),
  }),
  widgetOrigins: z.array(z.url()).default([]),
})

/** `knowledge/<city>/organisations.yaml` (cv:PublicOrganisation) */
export const organisations = z.array(
  z.strictObject({
    id,
    name: texts,
    parent: id.optional(),
    audience: z.enum(['citizen', 'mixed', 'internal', 'external']),
    /** One line: what they do. Starts with a verb in the third person. */
    does: texts,
    /** Where it sits, as far as a source states it. */
    where: texts.optional(),
    contacts: z.array(slug).default([]),
    location: slug.optional(),
    sources: z.array(citation).min(1),
    aliases: z.array(prose).default([]),
    phrasings: phrasings.default({}),
  }),
)

/** `knowledge/<city>/locations.yaml` (dct:Location) */
export const locations = z.array(
  z.strictObject({
    id: slug,
    name: texts,
    /** Id of an address fact. */
    address: slug.optional(),
    floor: texts.optional(),
    /** How people reach it who do not climb stairs, as far as a source states it. */
    accessibility: texts.optional(),
    /** Id of a phone fact: of this place itself. */
    phone: slug.optional(),
    /** Of its counter. */
    openingHours: openingHours.optional(),
    closures: z.array(closure).default([]),
    moves: z.array(move).default([]),
    /** Id of the fact that says that it is there, where it has no address that does. */
    listed: slug.optional(),
    /** Its name within a list: the neighbourhood. */
    area: prose.optional(),
    /** Districts of which this is the counter, as the source names them. */
    serves: z.array(slug).default([]),
    /** Locations of which it is a list: who tells the district gets the one that serves it. */
    members: z.array(slug).default([]),
    note: texts.optional(),
    sources: z.array(citation).default([]),
  }),
)

/** `knowledge/<city>/districts.yaml` */
export const districts = z.array(
  z.strictObject({
    id: slug,
    name: prose,
    kind: z.enum(['city', 'district', 'submunicipality', 'neighbourhood', 'village']),
    postcodes: z.array(z.string().regex(/^\d{4}$/)).default([]),
    aliases: z.array(prose).default([]),
    /** District that this neighbourhood lies in. */
    within: slug.optional(),
    /** Other municipalities that have a place of this name: then the citizen is asked. */
    alsoIn: z.array(prose).default([]),
    /** Day on which it became part of this city: people may know it as a municipality of its own. */
    merged: day.optional(),
    source: z.strictObject({ title: prose, url: z.url().nullable(), statedOn: partialDate.nullable() }),
  }),
)

/** `questions.yaml`: real questions and what must come first; the editors' own test. */
export const questions = z.array(
  z.strictObject({
    text: prose,
    lang: z.string().default('nl'),
    expect: z.union([id, z.array(id).min(1)]).optional(),
    outcome: prose.optional(),
  }),
)
