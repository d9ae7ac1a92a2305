import * as z from 'zod'
import { city, districts, locations, organisations, questions } from '../schema/city.ts'
import {
  about,
  ambiguity,
  askedFactLines,
  contactTypeLines,
  crisis,
  lifeEvent,
  outOfScope,
  outsideLines,
  referral,
  vocabulary,
} from '../schema/common.ts'
import { facts } from '../schema/fact.ts'
import { holidays } from '../schema/hours.ts'
import { notices } from '../schema/notice.ts'
import { plainLanguage } from '../schema/plain-language.ts'
import { concept, service } from '../schema/service.ts'
import { sourceDocument } from '../schema/source.ts'

const files = {
  city,
  organisations,
  locations,
  districts,
  questions,
  notices,
  holidays,
  'plain-language': plainLanguage,
  facts,
  service,
  concept,
  referral,
  about,
  ambiguity,
  crisis,
  'contact-types': contactTypeLines,
  'asked-facts': askedFactLines,
  outside: outsideLines,
  'life-event': lifeEvent,
  'out-of-scope': outOfScope,
  source: sourceDocument,
  vocabulary,
}

/** JSON Schemas of the content files, from the same zod schemas that check them: an editor completes and warns while typing. */
export const editorSchemas = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(files).map(([name, schema]) => [
      `schemas/${name}.json`,
      JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), null, 2),
    ]),
  )
