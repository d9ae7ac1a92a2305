import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, YAMLParseError } from 'yaml'
import type * as z from 'zod'
import type { Problem } from './problem.ts'
import * as cities from './schema/city.ts'
import * as common from './schema/common.ts'
import * as facts from './schema/fact.ts'
import * as hours from './schema/hours.ts'
import { notices } from './schema/notice.ts'
import { plainLanguage } from './schema/plain-language.ts'
import * as services from './schema/service.ts'
import { sourceDocument } from './schema/source.ts'
import { parseStreets, type Street } from './streets/streets-file.ts'

/** A parsed file, with its path below `knowledge/` for reports to editors. */
export type Filed<T> = { file: string; value: T }

export type CityKnowledge = {
  slug: string
  city: z.infer<typeof cities.city>
  organisations: z.infer<typeof cities.organisations>
  locations: z.infer<typeof cities.locations>
  districts: z.infer<typeof cities.districts>
  facts: z.infer<typeof facts.facts>
  rejected: z.infer<typeof facts.rejectedFacts>
  questions: z.infer<typeof cities.questions>
  notices: z.infer<typeof notices>
  /** Empty where the city supplies none. */
  streets: Street[]
  services: Filed<z.infer<typeof services.service>>[]
}

/** Everything under `knowledge/`, each file parsed and valid by itself. */
export type Knowledge = {
  cities: CityKnowledge[]
  concepts: Filed<z.infer<typeof services.concept>>[]
  sources: Filed<z.infer<typeof sourceDocument>>[]
  referrals: Filed<z.infer<typeof common.referral>>[]
  about: Filed<z.infer<typeof common.about>>[]
  outOfScope: Filed<z.infer<typeof common.outOfScope>>[]
  lifeEvents: Filed<z.infer<typeof common.lifeEvent>>[]
  ambiguities: Filed<z.infer<typeof common.ambiguity>>[]
  vocabulary: Filed<z.infer<typeof common.vocabulary>>[]
  messages: Filed<z.infer<typeof common.messages>>[]
  crisis: z.infer<typeof common.crisis> | undefined
  contactTypes: z.infer<typeof common.contactTypeLines> | undefined
  askedFacts: z.infer<typeof common.askedFactLines> | undefined
  outside: z.infer<typeof common.outsideLines> | undefined
  facts: z.infer<typeof facts.facts>
  rejected: z.infer<typeof facts.rejectedFacts>
  elsewhere: z.infer<typeof common.elsewhere>
  holidays: z.infer<typeof hours.holidays>
  plainLanguage: z.infer<typeof plainLanguage>
  furtherReply: z.infer<typeof common.furtherReply>
}

/**
 * Reads `knowledge/` from disk. Never throws on bad content: every problem of every file is in `problems`,
 * and files with problems are left out of `knowledge`.
 */
export function readKnowledge(root: string): { knowledge: Knowledge; problems: Problem[] } {
  const problems: Problem[] = []
  const file = <S extends z.ZodType>(schema: S, path: string): z.infer<S> | undefined =>
    readFile(root, path, schema, problems)
  const folder = <S extends z.ZodType>(schema: S, path: string): Filed<z.infer<S>>[] =>
    yamlFiles(root, path).flatMap((name) => {
      const value = file(schema, name)
      return value === undefined ? [] : [{ file: name, value }]
    })

  const knowledge: Knowledge = {
    cities: cityFolders(root).flatMap((slug) => {
      const city = readCity(slug, file, folder)
      return city ? { ...city, streets: readStreets(root, slug, problems) } : []
    }),
    concepts: folder(services.concept, 'common/concepts'),
    sources: folder(sourceDocument, 'common/sources'),
    referrals: folder(common.referral, 'common/referrals'),
    about: folder(common.about, 'common/about'),
    outOfScope: folder(common.outOfScope, 'common/out-of-scope'),
    lifeEvents: folder(common.lifeEvent, 'common/life-events'),
    ambiguities: folder(common.ambiguity, 'common/ambiguities'),
    vocabulary: folder(common.vocabulary, 'common/vocabulary'),
    messages: folder(common.messages, 'common/messages'),
    crisis: file(common.crisis, 'common/crisis.yaml'),
    contactTypes: file(common.contactTypeLines, 'common/contact-types.yaml'),
    askedFacts: file(common.askedFactLines, 'common/asked-facts.yaml'),
    outside: file(common.outsideLines, 'common/outside.yaml'),
    facts: file(facts.facts, 'common/facts.yaml') ?? [],
    rejected: file(facts.rejectedFacts, 'common/rejected.yaml') ?? [],
    elsewhere: file(common.elsewhere, 'common/elsewhere.yaml') ?? { names: [], ordinary: [], regions: {} },
    holidays: file(hours.holidays, 'common/holidays.yaml') ?? noHolidays,
    plainLanguage: file(plainLanguage, 'common/plain-language.yaml') ?? noLists,
    furtherReply: file(common.furtherReply, 'common/further-languages.yaml') ?? {},
  }
  return { knowledge, problems }
}

const noLists = { heavy: { nl: {}, fr: {}, en: {} }, abbreviations: [] }
const noHolidays = { country: 'BE', years: { from: 2026, through: 2026 } }

type ReadFile = <S extends z.ZodType>(schema: S, path: string) => z.infer<S> | undefined
type ReadFolder = <S extends z.ZodType>(schema: S, path: string) => Filed<z.infer<S>>[]

function readCity(slug: string, file: ReadFile, folder: ReadFolder): Omit<CityKnowledge, 'streets'> | undefined {
  const city = file(cities.city, `${slug}/city.yaml`)
  const rest = {
    organisations: file(cities.organisations, `${slug}/organisations.yaml`) ?? [],
    locations: file(cities.locations, `${slug}/locations.yaml`) ?? [],
    districts: file(cities.districts, `${slug}/districts.yaml`) ?? [],
    facts: file(facts.facts, `${slug}/facts.yaml`) ?? [],
    rejected: file(facts.rejectedFacts, `${slug}/rejected.yaml`) ?? [],
    questions: file(cities.questions, `${slug}/questions.yaml`) ?? [],
    notices: file(notices, `${slug}/notices.yaml`) ?? [],
    services: folder(services.service, `${slug}/services`),
  }
  return city && { slug, city, ...rest }
}

function readStreets(root: string, slug: string, problems: Problem[]): Street[] {
  const path = join(root, slug, 'streets.tsv')
  if (!existsSync(path)) return []
  const read = parseStreets(readFileSync(path, 'utf8'), `${slug}/streets.tsv`)
  problems.push(...read.problems)
  return read.streets
}

function cityFolders(root: string): string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'common')
    .map((entry) => entry.name)
    .sort()
}

function yamlFiles(root: string, folder: string): string[] {
  const path = join(root, folder)
  if (!existsSync(path)) return []
  return readdirSync(path)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => `${folder}/${name}`)
}

function readFile<S extends z.ZodType>(
  root: string,
  path: string,
  schema: S,
  problems: Problem[],
): z.infer<S> | undefined {
  const full = join(root, path)
  if (!existsSync(full)) {
    problems.push({ file: path, field: '', message: 'dit bestand ontbreekt' })
    return undefined
  }
  let raw: unknown
  try {
    raw = parse(readFileSync(full, 'utf8'))
  } catch (error) {
    const message = error instanceof YAMLParseError ? error.message.split('\n')[0] : String(error)
    problems.push({ file: path, field: '', message: `dit is geen geldige YAML: ${message}` })
    return undefined
  }
  const result = schema.safeParse(raw)
  if (result.success) return result.data
  for (const issue of result.error.issues) {
    problems.push({ file: path, field: issue.path.join('.'), message: issue.message })
  }
  return undefined
}
