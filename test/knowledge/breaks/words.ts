import type * as z from 'zod'
import type * as common from '../../../src/knowledge/schema/common.ts'
import type { facts } from '../../../src/knowledge/schema/fact.ts'
import { answer, ask, type Bodies, type Break, broken, type Concept, concept, page, twice } from './breaking.ts'

/** Words that are missing, wrong, too many or said before. */
export const words: Break[] = [
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
      delete value.automated
    },
  ),
  answer('u in a city that says je', 'gent/uitpas', 'Ga naar het loket met uw kaart.', /"uw".*met je/),
  answer('je in a city that says u', 'jette/paspoort', 'Ga naar het loket met je kaart.', /"je".*met u/),
  page('tu in French', 'jette/rijbewijs', 'answer.fr', /"ta".*vous/, ({ answer: found }) => {
    found.fr = 'Allez au guichet avec ta carte.'
  }),
  broken<z.input<typeof facts>>(
    'another price in French',
    'gent/facts.yaml',
    'rijbewijs-prijs.value.fr',
    /in plaats van/,
    (value) => {
      for (const fact of value)
        if (fact.id === 'rijbewijs-prijs' && typeof fact.value !== 'string') fact.value.fr = '99 euros'
    },
  ),
  broken<z.input<typeof facts>>(
    'a company number as phone',
    'gent/facts.yaml',
    'gentinfo-telefoon',
    /ondernemingsnummer/,
    (value) => {
      for (const fact of value) if (fact.id === 'gentinfo-telefoon') fact.value = '0212 214 125'
    },
  ),
  broken<z.input<typeof common.messages>>(
    'a blank in one language only',
    'common/messages/fr.yaml',
    'hours.latest',
    /vult niets in/,
    (value) => {
      value['hours.latest'] = 'Arrivez à temps.'
    },
  ),
  answer(
    'a phone number',
    'gent/adreswijziging',
    'Bel Gentinfo. Dat kan op 09 210 10 10.',
    /telefoonnummer.*facts\.yaml/,
  ),
  answer('an amount', 'gent/naamswijziging', 'Ga naar het loket. Het kost 25 euro.', /bedrag/),
  answer('an hour', 'gent/melding', 'Ga naar het loket. Het opent om 9 uur.', /een uur/),
  answer('a link', 'gent/klacht', 'Ga naar het loket. Lees www.stad.example.', /link/),
  answer(
    'an e-mail address',
    'gent/uitvaartcontract',
    'Ga naar het loket. Schrijf naar a@stad.example.',
    /e-mailadres/,
  ),
  answer('a heavy word', 'gent/erkenning-kind', 'Gelieve naar het loket te gaan.', /"Gelieve" is een zwaar woord/),
  answer('a long first sentence', 'gent/wijkforum', `Ga ${'heel '.repeat(14)}snel.`, /eerste zin telt 16 woorden/),
  answer('a long answer', 'gent/geboorteaangifte', 'Ga naar het loket. '.repeat(16), /antwoord telt 64 woorden/),
  page('no way to a person', 'gent/huwelijksaangifte', 'channels', /menselijke weg/, (value) => {
    value.channels = [{ type: 'online', label: { nl: 'Online' } }]
  }),
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
