import * as z from 'zod'
import { day, id, partialDate, prose, slug, texts } from './text.ts'

/** Kinds of fact; each ages by a policy of its own. `form` is an online form (a way in), `url` a page to read. */
export const factKinds = [
  'cost',
  'hours',
  'phone',
  'address',
  'email',
  'form',
  'url',
  'term',
  'documents',
  'appointment',
  'rule',
  'structure',
] as const

/** `knowledge/<city>/facts.yaml`: one dated fact that pages, contacts and locations refer to by its id. */
export const fact = z.strictObject({
  id: slug,
  kind: z.enum(factKinds),
  /** Ids of the services, organisations or concepts (`<city>/afval`) that show it; empty when only contacts and locations use it. */
  about: z.array(id).default([]),
  /** For a form or page: what the link says. */
  label: texts.optional(),
  /** A number or address stands as it is; words are given in the city's languages. */
  value: z.union([prose, texts]),
  source: z.strictObject({ title: prose, url: z.url().nullable() }),
  /** Day, month or year of the page or document; null when it tells none. */
  statedOn: partialDate.nullable(),
  /** Day on which a person of the owning city confirmed it; null until then. */
  checkedOn: day.nullable(),
  note: prose.optional(),
  /** What another source says against it; `npm run facts` lists it until somebody of the city decides. */
  conflicts: z
    .array(
      z.strictObject({
        states: prose,
        source: z.strictObject({ title: prose, url: z.url().nullable() }),
        statedOn: partialDate.nullable(),
      }),
    )
    .default([]),
})
export const facts = z.array(fact)

/** `knowledge/<city>/rejected.yaml`: facts that we found and do not use, with the reason. */
export const rejectedFacts = z.array(
  z.strictObject({ about: prose, kind: prose, value: prose, url: prose, reason: prose }),
)
