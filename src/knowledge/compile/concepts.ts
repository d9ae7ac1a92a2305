import type { Concept, LifeEvent, Referral } from '../../core/catalogue.ts'
import type { Fact } from '../../core/fact.ts'
import type { Knowledge } from '../read.ts'
import { sentence } from './sentences.ts'

/** What all cities share: what is asked of any municipality, other bodies, and life events. */

export function compileConcept(value: Knowledge['concepts'][number]['value']): Concept {
  const { id, theme, name, contactType, pointer } = value
  return { id, theme, name, contactType, pointer: pointer && sentence(pointer) }
}

export function compileReferral(value: Knowledge['referrals'][number]['value']): Referral {
  const { id, name, does, answer, website, phone, notIn } = value
  const fact = (
    kind: 'url' | 'phone',
    found: string,
    title: string,
    url: string | null,
    statedOn: string | null,
  ): Fact => ({ id: `${id}-${kind}`, kind, value: found, source: { title, url }, statedOn, checkedOn: null })
  return {
    id,
    name,
    does,
    notIn,
    answer: sentence(answer),
    website: website && fact('url', website.url, website.title, website.url, website.statedOn),
    phone: phone && fact('phone', phone.number, phone.title, phone.url, phone.statedOn),
  }
}

export function compileLifeEvent({ id, name, opening, steps }: Knowledge['lifeEvents'][number]['value']): LifeEvent {
  return {
    id,
    name,
    opening: sentence(opening),
    steps: steps.map(({ concept, referral, text }) => ({ concept, referral, text: sentence(text) })),
  }
}
