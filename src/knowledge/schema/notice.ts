import * as z from 'zod'
import { longestNotice } from '../../core/notice.ts'
import { id, slug, texts } from './text.ts'

const moment = z.iso.datetime({ offset: true, error: 'schrijf een moment als 2026-12-24T12:00:00+01:00' })

const tooLong = `een bericht duurt hoogstens ${longestNotice} dagen: zet in until wanneer het stopt`

/** `knowledge/<city>/notices.yaml`: an incident or closure of now, which ends by itself. */
export const notices = z.array(
  z
    .strictObject({
      id: slug,
      from: moment,
      /** From this moment on it is gone. */
      until: moment,
      /** One or two sentences, as the citizen reads them. */
      text: texts,
      /** What it is about. With nothing here it is about the whole city. */
      services: z.array(id).default([]),
      locations: z.array(slug).default([]),
      districts: z.array(slug).default([]),
      /** The counters that it touches are closed. */
      closes: z.boolean().default(false),
    })
    .refine(({ from, until }) => Date.parse(from) < Date.parse(until), 'het einde ligt voor het begin')
    .refine(({ from, until }) => Date.parse(until) - Date.parse(from) <= longestNotice * 86_400_000, tooLong),
)
