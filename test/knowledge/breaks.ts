import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import type * as z from 'zod'
import type * as cities from '../../src/knowledge/schema/city.ts'
import type * as common from '../../src/knowledge/schema/common.ts'
import type { facts } from '../../src/knowledge/schema/fact.ts'
import type * as services from '../../src/knowledge/schema/service.ts'

/** One mistake of an editor, and the problem that must tell of it. Each stands in a field of its own, so all go in one copy. */
export type Break = {
  what: string
  file: string
  field: string
  says: RegExp
  /** Files to change, with how. */
  changes: Record<string, (value: never) => void>
}

export function apply({ changes }: Break, root: string): void {
  for (const [file, change] of Object.entries(changes)) {
    const value = parse(readFileSync(join(root, file), 'utf8')) as never
    change(value)
    writeFileSync(join(root, file), stringify(value))
  }
}

function broken<T>(what: string, file: string, field: string, says: RegExp, change: (value: T) => void): Break {
  return { what, file, field, says, changes: { [file]: change as (value: never) => void } }
}

type Page = z.input<typeof services.service>
type Concept = z.input<typeof services.concept>
type Bodies = z.input<typeof cities.organisations>

function page(what: string, id: string, field: string, says: RegExp, change: (value: Page) => void): Break {
  return broken(what, `${id.replace('/', '/services/')}.yaml`, field, says, change)
}
const answer = (what: string, id: string, nl: string, says: RegExp): Break =>
  page(what, id, 'answer.nl', says, (value) => {
    value.answer.nl = nl
  })
const concept = (what: string, id: string, field: string, says: RegExp, change: (value: Concept) => void): Break =>
  broken(what, `common/concepts/${id}.yaml`, field, says, change)
const ask = (value: Concept, ...lines: string[]): void => {
  value.phrasings = {
    ...value.phrasings,
    nl: { ...value.phrasings?.nl, gewoon: [...(value.phrasings?.nl?.gewoon ?? []), ...lines] },
  }
}

const none = 'bestaat-niet'
const twice = 'Mag mijn pinguïn mee op de bank zitten terwijl ik wacht?'

const references: Break[] = [
  page('an unknown organisation', 'gent/reispas', 'organisation', /organisatie "gent\/bestaat-niet"/, (value) => {
    value.organisation = `gent/${none}`
  }),
  page('an unknown concept', 'gent/kids-id', 'concepts', /concept "bestaat-niet"/, (value) =>
    value.concepts?.push(none),
  ),
  page('an unknown contact', 'gent/rijbewijs', 'channels.0', /contact "bestaat-niet"/, (value) =>
    value.channels.unshift(none),
  ),
  page('an unknown wider service', 'gent/verblijfskaart', 'broader', /dienst "gent\/bestaat-niet"/, (value) => {
    value.broader = `gent/${none}`
  }),
  broken<z.input<typeof cities.city>>(
    'a contact without its fact',
    'leuven/city.yaml',
    'contacts.proef.fact',
    /feit/,
    ({ contacts }) => {
      contacts['proef'] = { type: 'phone', label: { nl: 'Proef' }, fact: none }
    },
  ),
  broken<z.input<typeof cities.locations>>(
    'a location without its address',
    'gent/locations.yaml',
    'proef',
    /feit/,
    (value) => value.push({ id: 'proef', name: { nl: 'Proef' }, address: none }),
  ),
  broken<z.input<typeof facts>>(
    'a fact about nothing',
    'leuven/facts.yaml',
    'stadskantoor-adres.about',
    /onderwerp/,
    (value) => {
      for (const fact of value) if (fact.id === 'stadskantoor-adres') fact.about = [`leuven/${none}`]
    },
  ),
  broken<Bodies>('an unknown parent', 'jette/organisations.yaml', 'jette/gemeente.parent', /organisatie/, ([first]) => {
    if (first) first.parent = `jette/${none}`
  }),
  broken<z.input<typeof cities.questions>>(
    'a dead question id',
    'gent/questions.yaml',
    twice,
    /dienst "gent\/bestaat-niet"/,
    (value) => value.push({ text: twice, expect: `gent/${none}` }),
  ),
  broken<z.input<typeof common.lifeEvent>>(
    'a step to nowhere',
    'common/life-events/geboorte.yaml',
    'steps.0',
    /concept/,
    ({ steps }) => {
      if (steps[0]) steps[0].concept = none
    },
  ),
  broken<z.input<typeof common.outOfScope>>('a wrong id', 'common/out-of-scope/weer.yaml', 'id', /"weer"/, (value) => {
    value.id = 'onweer'
  }),
]

const sources: Break[] = [
  page('lines without a statement', 'gent/grafconcessie', 'sources', /regels 99999/, (value) =>
    value.sources.push({ document: 'gent-jaarrekening-2024', lines: '99999' }),
  ),
  page('an unknown document', 'gent/archief', 'sources', /document "bestaat-niet"/, (value) =>
    value.sources.push({ document: none, lines: '1' }),
  ),
]

const languages: Break[] = [
  page(
    'no French in a city of two languages',
    'jette/identiteitskaart',
    'name.fr',
    /taal ontbreekt/,
    ({ name }) => delete name.fr,
  ),
  broken<Bodies>(
    'a body without French there',
    'jette/organisations.yaml',
    'jette/gemeente.does.fr',
    /taal ontbreekt/,
    ([first]) => {
      delete first?.does.fr
    },
  ),
  broken<z.input<typeof common.messages>>(
    'a sentence in two of three languages',
    'common/messages/fr.yaml',
    'automated',
    /zin/,
    (value) => {
      delete value['automated']
    },
  ),
]

const texts: Break[] = [
  answer('u in a city that says je', 'gent/uitpas', 'Ga naar het loket met uw kaart.', /"uw".*met je/),
  answer('je in a city that says u', 'jette/paspoort', 'Ga naar het loket met je kaart.', /"je".*met u/),
  page('tu in French', 'jette/rijbewijs', 'answer.fr', /"ta".*vous/, ({ answer: found }) => {
    found.fr = 'Allez au guichet avec ta carte.'
  }),
  answer(
    'a phone number',
    'gent/adreswijziging',
    'Bel Gentinfo. Dat kan op 09 210 10 10.',
    /telefoonnummer.*facts\.yaml/,
  ),
  answer('an amount', 'gent/naamswijziging', 'Ga naar het loket. Het kost 25 euro.', /bedrag/),
  answer('an hour', 'gent/melding', 'Ga naar het loket. Het opent om 9 uur.', /een uur/),
  answer('a link', 'gent/klacht', 'Ga naar het loket. Lees www.stad.example.', /link/),
  answer('an e-mail address', 'gent/uitvaartcontract', 'Ga naar het loket. Schrijf naar a@stad.example.', /e-mailadres/),
  answer('a heavy word', 'gent/erkenning-kind', 'Gelieve naar het loket te gaan.', /"Gelieve" is een zwaar woord/),
  answer('a long first sentence', 'gent/wijkforum', `Ga ${'heel '.repeat(14)}snel.`, /eerste zin telt 16 woorden/),
  answer('a long answer', 'gent/geboorteaangifte', 'Ga naar het loket. '.repeat(16), /antwoord telt 64 woorden/),
  page('no way to a person', 'gent/huwelijksaangifte', 'channels', /menselijke weg/, (value) => {
    value.channels = [{ type: 'online', label: { nl: 'Online' } }]
  }),
]

const phrasings: Break[] = [
  concept(
    'too few ways of asking',
    'sport',
    'phrasings.en',
    /0 manieren van vragen/,
    ({ phrasings: found }) => delete found?.en,
  ),
  concept('one question twice', 'uitpas', 'phrasings.nl', /twee keer/, (value) =>
    ask(value, 'Kwaakt een eend hier?', 'kwaakt een eend hier'),
  ),
  concept('two that are alike', 'archief', 'phrasings.nl', /lijkt te veel op/, (value) =>
    ask(value, 'Mag mijn eend vandaag mee naar het loket?', 'Mag mijn eend morgen mee naar het loket?'),
  ),
  concept(
    'four that begin alike',
    'kiezerslijst',
    'phrasings.nl',
    /4 zinnen beginnen met "alle eenden zwemmen"/,
    (value) =>
      ask(
        value,
        ...['in juni ver weg', 'snel', 'zonder vergunning op de vijver', 'omdat het regent'].map(
          (rest) => `Alle eenden zwemmen ${rest}`,
        ),
      ),
  ),
  {
    what: 'one question in two concepts',
    file: 'common/concepts/grafconcessie.yaml',
    field: 'phrasings',
    says: /staat ook in common\/concepts\/orgaandonatie\.yaml/,
    changes: Object.fromEntries(
      ['grafconcessie', 'orgaandonatie'].map((name) => [
        `common/concepts/${name}.yaml`,
        (value: Concept) => ask(value, twice),
      ]),
    ),
  },
]

export const breaks: Break[] = [...references, ...sources, ...languages, ...texts, ...phrasings]
