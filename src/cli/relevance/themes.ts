import type { Catalogue } from '../../core/catalogue.ts'
import type { Question } from './judge.ts'

/** Theme of what a question expects, as content names it; `other-body`, `organisation` or `none` where no page of a city is expected. */
export function themeOf({ expected }: Question, { cities, referrals }: Catalogue): string {
  const services = Object.values(cities).flatMap(({ services }) => Object.values(services))
  const page = services.find(({ id, broader }) => expected.includes(id) || (broader && expected.includes(broader)))
  if (page) return page.theme
  if (expected.some((id) => Object.hasOwn(referrals, id))) return 'other-body'
  return expected.length > 0 ? 'organisation' : 'none'
}
