import type { StreetPart } from './address.ts'
import type { Fact } from './fact.ts'
import type { Closure, OpeningHours } from './hours/opening-hours.ts'
import type { Texts, WrittenLanguage } from './language.ts'
import type { Notice } from './notice.ts'
import type { Region } from './region.ts'

/** The compiled content: what the Worker loads. Nouns are CPSV-AP's. */

export type ChannelType = 'online' | 'phone' | 'counter' | 'email' | 'post' | 'video'
export type ContactType = 'information' | 'appointment' | 'report' | 'complaint'
export type Appointment = 'only' | 'mainly' | 'none' | 'unknown'
/** Dutch in both forms of address, French, English. */
export type Sentence = { je: string; u: string; fr: string; en: string }

/** A way in (cv:Channel), with the fact that gives its number, URL or address. */
export type Channel = {
  type: ChannelType
  label: Texts
  fact?: Fact | undefined
  location?: Location | undefined
  /** When it answers or is open; of a counter those of its location. */
  hours?: OpeningHours | undefined
}

/** A building or counter (dct:Location). */
export type Location = {
  id: string
  name: Texts
  address?: Fact | undefined
  floor?: Texts | undefined
  accessibility?: Texts | undefined
  /** Says that it is there, where it has no address that does. */
  listed?: Fact | undefined
  /** Its name within a list. */
  area?: string | undefined
  /** Of this place itself. */
  phone?: Fact | undefined
  closures?: Closure[] | undefined
  moves?: Move[] | undefined
  /** Districts of which this is the counter. */
  serves?: string[] | undefined
  /** Locations of which it is a list, with their hours. */
  members?: { location: Location; hours?: OpeningHours | undefined }[] | undefined
}

/** From a day on, and until another when it is for a time, a location is elsewhere. Days `YYYY-MM-DD`. */
export type Move = { from: string; through?: string | undefined; name: Texts; address?: Fact | undefined }

/** Lines of a source document; what they state stands with the document. */
export type Citation = { document: string; lines: string }

export type PublicService = {
  id: string
  kind: 'service' | 'channelGuide' | 'plan'
  organisation: string
  broader?: string | undefined
  concepts: string[]
  theme: string
  contactType: ContactType
  name: Texts
  answer: Texts
  evidence?: Texts | undefined
  /** Kinds of fact that the page is about and that we never hold. */
  lacks: ('status' | 'availability' | 'person' | 'booking')[]
  appointment: Appointment
  /** In the city's order. */
  channels: Channel[]
  facts: Fact[]
  sources: Citation[]
}

export type PublicOrganisation = {
  id: string
  name: Texts
  parent?: string | undefined
  audience: 'citizen' | 'mixed' | 'internal' | 'external'
  does: Texts
  where?: Texts | undefined
  channels: Channel[]
  facts: Fact[]
  sources: Citation[]
}

/** Colours and shape of a city; the build checks their contrast. */
export type Theme = {
  accent: string
  onAccent: string
  accentText: string
  radius: string
  font: 'host' | 'system'
}

export type City = {
  id: string
  name: Texts
  languages: { official: WrittenLanguage[]; courtesy: WrittenLanguage[]; unknown: 'first' | 'all-official' }
  region: Region
  address: 'je' | 'u'
  channelOrder: ChannelType[]
  firstLine: { organisation: string; name: Texts; channels: Channel[] }
  /** Days on which the city closes besides the public holidays. */
  bridgeDays: Record<string, Texts>
  notices: Notice[]
  theme: Theme
  widgetOrigins: string[]
  services: Record<string, PublicService>
  organisations: Record<string, PublicOrganisation>
  /** Concept → the service of this city that fills it. */
  concepts: Record<string, string>
  /** Concept without a page → the other body that does it here. */
  referred: Record<string, string>
  /** Facts on topics that have no service: concept → facts. */
  topics: Record<string, Fact[]>
}

/** What any municipality is asked (IPDC concept). */
export type Concept = {
  id: string
  theme: string
  name: Texts
  contactType: ContactType
  pointer?: Sentence | undefined
}

/** Another government or body. */
export type Referral = {
  id: string
  name: Texts
  does: Texts
  answer: Sentence
  website?: Fact | undefined
  phone?: Fact | undefined
  notIn: string[]
}

export type LifeEventStep = { concept?: string | undefined; referral?: string | undefined; text: Sentence }
export type LifeEvent = { id: string; name: Texts; opening: Sentence; steps: LifeEventStep[] }

export type HelpLine = { id: string; number: string; name: Texts }
export type CrisisKind = { id: string; reply: Texts; lines: Record<WrittenLanguage, HelpLine[]>; signs: string[] }

/** An expression that means several things. */
export type Ambiguity = {
  id: string
  phrases: string[]
  unless: string[]
  question: Sentence
  concepts: string[]
  services: string[]
}

export type SourceDocument = {
  id: string
  title: string
  issuer: string
  statedOn: string
  url: string | null
}

/** What only the page of a source shows. It lies beside the Worker, which reads it when somebody opens such a page. */
export type SourceText = { note?: Texts | undefined; statements: { lines: string; states: Texts }[] }

export type Place = {
  id: string
  name: string
  /** Our city, or null for a municipality that is not ours. */
  city: string | null
  kind: 'city' | 'district' | 'submunicipality' | 'neighbourhood' | 'village' | 'elsewhere'
  within?: string | undefined
  alsoIn: string[]
  /** Day on which it became part of its city. */
  merged?: string | undefined
}

export type Catalogue = {
  /** Hash of the content it was compiled from. */
  hash: string
  cities: Record<string, City>
  concepts: Record<string, Concept>
  referrals: Record<string, Referral>
  about: Record<string, Sentence>
  lifeEvents: Record<string, LifeEvent>
  messages: Record<string, Sentence>
  crisis: CrisisKind[]
  /** Classes of words by which danger is recognised, whatever the language, by how the words begin. */
  crisisWords: Record<string, string>
  /** Classes that by themselves tell of nothing that happens. */
  crisisBystanders: string[]
  ambiguities: Ambiguity[]
  documents: Record<string, SourceDocument>
  /** Facts that hold everywhere, by id. */
  facts: Record<string, Fact>
  places: {
    places: Place[]
    /** Folded name → positions in `places`. */
    names: Record<string, number[]>
    /** First word of a name → words of the longest. */
    openings: Record<string, number>
    /** Postcode → positions in `places`. */
    postcodes: Record<string, number[]>
    /** Plain name of a street → its parts, in cities that supply their streets. */
    streets: Record<string, StreetPart[]>
    /** Plain addresses of public buildings: repeating one is no personal data. */
    public: string[]
    /** Names that are also ordinary words: only a place when written with a capital after a preposition. */
    ordinary: string[]
    /** Region → ids of places elsewhere that bear its name. */
    regions: Partial<Record<Region, string[]>>
  }
  /** Public holidays: day → key in `names`. Nothing is known after `through`. */
  holidays: { through: string; days: Record<string, string>; names: Record<string, Texts> }
  /** Folded name or alias of an organisation → ids. */
  organisationNames: Record<string, string[]>
  /** First word of such a name → words of the longest. */
  organisationOpenings: Record<string, number>
  /** Phrases of all languages. */
  patterns: {
    /** Those that ask for a fact, of every kind, by their first word (see `search/patterns.ts`). */
    asks: Record<'whole' | 'beginning', Record<string, string>>
    /** Words that add nothing to a question for the hours of a city, or how to reach it. */
    aboutCity: string[]
    /** Those that react to a reply, by kind. */
    talk: Record<string, string[]>
  }
  /** Phone numbers of the cities and help lines: repeating one is no personal data. */
  publicNumbers: string[]
  /** One fixed sentence in each language that we recognise and do not write. */
  furtherReply: Record<string, string>
}
