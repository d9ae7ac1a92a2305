import type { Channel, Citation, PublicOrganisation, PublicService } from '../../core/catalogue.ts'
import type { Fact } from '../../core/fact.ts'
import type { CityKnowledge, Knowledge } from '../read.ts'

type ServiceYaml = CityKnowledge['services'][number]['value']
type OrganisationYaml = CityKnowledge['organisations'][number]

/** A form is a way in of its own, before the others. */
export const formChannel = (fact: Fact): Channel => ({
  type: 'online',
  label: fact.label ?? { nl: 'Online formulier', fr: 'Formulaire en ligne', en: 'Online form' },
  fact,
})

/** A page, with the facts about it; its forms are ways in. */
export function compileService(
  value: ServiceYaml,
  channels: Channel[],
  facts: Fact[],
  knowledge: Knowledge,
): PublicService {
  const { id, kind, organisation, broader, concepts, contactType, name, answer, evidence, lacks, appointment } = value
  const concept = knowledge.concepts.find((candidate) => candidate.value.id === concepts[0])
  return {
    id,
    kind,
    organisation,
    broader,
    concepts,
    contactType,
    name,
    answer,
    evidence,
    lacks,
    appointment,
    channels,
    theme: concept?.value.theme ?? 'contact',
    facts: facts.filter((fact) => fact.kind !== 'form'),
    sources: value.sources.map(({ document, lines }): Citation => ({ document, lines })),
  }
}

export function compileOrganisation(value: OrganisationYaml, channels: Channel[], facts: Fact[]): PublicOrganisation {
  const { id, name, parent, audience, does, where } = value
  const sources = value.sources.map(({ document, lines }): Citation => ({ document, lines }))
  return { id, name, parent, audience, does, where, channels, facts, sources }
}
