import type { Knowledge } from '../read.ts'

/** A text that a citizen reads, with where an editor finds it. */
export type CitizenText = {
  file: string
  field: string
  lang: 'nl' | 'fr' | 'en'
  text: string
  /** Form of address in Dutch: of the city, of the wording itself, or of none in particular. */
  address: 'je' | 'u' | 'either' | 'neither'
}

type Spot = Pick<CitizenText, 'file' | 'field'>
type Texts = { nl: string; fr?: string | undefined; en?: string | undefined }
type Addressed = string | { je: string; u: string }
type AddressedTexts = { nl: Addressed; fr: string; en: string }

/** All texts of the content and all sentences of the assistant. */
export const citizenTexts = (knowledge: Knowledge): CitizenText[] => [
  ...ofCities(knowledge),
  ...ofCommon(knowledge),
  ...ofMessages(knowledge),
]

function ofCities({ cities }: Knowledge): CitizenText[] {
  return cities.flatMap(({ slug, city, services, organisations, facts, locations, notices }) => {
    const texts = (file: string, field: string, found: Texts | undefined): CitizenText[] =>
      found ? inLanguages({ file, field }, found, city.address) : []
    return [
      ...services.flatMap(({ file, value }) => [
        ...texts(file, 'answer', value.answer),
        ...texts(file, 'say', value.say),
        ...texts(file, 'evidence', value.evidence),
      ]),
      ...organisations.flatMap(({ id, does, where }) => [
        ...texts(`${slug}/organisations.yaml`, `${id}.does`, does),
        ...texts(`${slug}/organisations.yaml`, `${id}.where`, where),
      ]),
      ...facts.flatMap(({ id, value }) =>
        texts(`${slug}/facts.yaml`, `${id}.value`, typeof value === 'string' ? undefined : value),
      ),
      ...locations.flatMap(({ id, note }) => texts(`${slug}/locations.yaml`, `${id}.note`, note)),
      ...notices.flatMap(({ id, text }) => texts(`${slug}/notices.yaml`, `${id}.text`, text)),
    ]
  })
}

function ofCommon({ referrals, about, lifeEvents, concepts, ambiguities, crisis }: Knowledge): CitizenText[] {
  return [
    ...referrals.flatMap(({ file, value }) => addressed({ file, field: 'answer' }, value.answer)),
    ...about.flatMap(({ file, value }) => addressed({ file, field: 'answer' }, value.answer)),
    ...lifeEvents.flatMap(({ file, value: { opening, steps } }) => [
      ...addressed({ file, field: 'opening' }, opening),
      ...steps.flatMap(({ text }, at) => addressed({ file, field: `steps.${at}` }, text)),
    ]),
    ...concepts.flatMap(({ file, value: { pointer } }) =>
      pointer ? addressed({ file, field: 'pointer' }, pointer) : [],
    ),
    ...ambiguities.flatMap(({ file, value }) => addressed({ file, field: 'question' }, value.question)),
    ...(crisis?.kinds ?? []).flatMap(({ id, reply }) =>
      inLanguages({ file: 'common/crisis.yaml', field: `${id}.reply` }, reply, 'either'),
    ),
  ]
}

/** What colleagues read at their desk is no citizen's text. */
const forColleagues = 'desk.'

function ofMessages({ messages }: Knowledge): CitizenText[] {
  return messages.flatMap(({ file, value }) => {
    const lang = file.slice(-7, -5) as CitizenText['lang']
    return Object.entries(value)
      .filter(([field]) => !field.startsWith(forColleagues))
      .flatMap(([field, text]) => inForms({ file, field }, text, lang))
  })
}

const inLanguages = (spot: Spot, { nl, fr, en }: Texts, address: CitizenText['address']): CitizenText[] =>
  Object.entries({ nl, fr, en }).flatMap(([lang, text]) =>
    text ? [{ ...spot, field: `${spot.field}.${lang}`, lang: lang as CitizenText['lang'], text, address }] : [],
  )

const addressed = ({ file, field }: Spot, { nl, fr, en }: AddressedTexts): CitizenText[] => [
  ...inForms({ file, field: `${field}.nl` }, nl, 'nl'),
  ...inForms({ file, field: `${field}.fr` }, fr, 'fr'),
  ...inForms({ file, field: `${field}.en` }, en, 'en'),
]

/** One wording for both forms of address may use neither. */
function inForms(spot: Spot, text: Addressed, lang: CitizenText['lang']): CitizenText[] {
  if (typeof text === 'string') return [{ ...spot, lang, text, address: 'neither' }]
  return (['je', 'u'] as const).map((form) => ({
    file: spot.file,
    field: `${spot.field}.${form}`,
    lang,
    text: text[form],
    address: form,
  }))
}
