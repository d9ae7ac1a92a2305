import type * as z from 'zod'
import type * as cities from '../../../src/knowledge/schema/city.ts'
import type * as common from '../../../src/knowledge/schema/common.ts'
import type { facts } from '../../../src/knowledge/schema/fact.ts'
import { type Bodies, type Break, broken, none, page, twice } from './breaking.ts'

/** Names that lead nowhere, and sources that say nothing. */
export const references: Break[] = [
  page('an unknown organisation', 'gent/reispas', 'organisation', /organisatie "gent\/bestaat-niet"/, (value) => {
    value.organisation = `gent/${none}`
  }),
  page('an unknown concept', 'gent/kids-id', 'concepts', /concept "bestaat-niet"/, (value) =>
    value.concepts?.push(none),
  ),
  broken<z.input<typeof common.referral>>(
    'a body that does what nobody knows',
    'common/referrals/vivaqua.yaml',
    'concepts',
    /concept "bestaat-niet"/,
    ({ concepts }) => {
      concepts?.push(none)
    },
  ),
  broken<z.input<typeof common.referral>>(
    'two bodies that do the same in one city',
    'common/referrals/wonen-vlaanderen.yaml',
    'concepts',
    /"afval" doet in \w+ al common\/afvalintercommunale/,
    (value) => {
      value.concepts = ['afval']
    },
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
      contacts.proef = { type: 'phone', label: { nl: 'Proef' }, fact: none }
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
  page('lines without a statement', 'gent/grafconcessie', 'sources', /regels 99999/, (value) =>
    value.sources.push({ document: 'gent-jaarrekening-2024', lines: '99999' }),
  ),
  page('an unknown document', 'gent/archief', 'sources', /document "bestaat-niet"/, (value) =>
    value.sources.push({ document: none, lines: '1' }),
  ),
]
