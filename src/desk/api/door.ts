import type { Context, MiddlewareHandler } from 'hono'
import { problem } from '../../core/problem.ts'
import type { Actor } from '../office/office.ts'
import { type DeskIdentity, rolesFor } from '../sign-in/identity.ts'
import { isOurOwn } from '../sign-in/same-site.ts'
import type { DeskParts } from './parts.ts'

/** What a route finds once somebody came through the door. */
export type Inside = { Variables: { identity: DeskIdentity } }

const titles = { 401: 'Sign in first', 403: 'Not for you', 503: 'The desk is closed' } as const
const codes = { 401: 'unauthenticated', 403: 'forbidden_origin', 503: 'unavailable' } as const

/** The door of every route of the desk, assets too: who it is, and that their own page asks. */
export function door({ gate, publicUrl }: DeskParts): MiddlewareHandler<Inside> {
  return async (context, next) => {
    const admission = await gate(context.req.raw)
    if (!('identity' in admission)) return problem(admission.status, codes[admission.status], titles[admission.status])
    const origin = publicUrl ? new URL(publicUrl).origin : new URL(context.req.url).origin
    if (!isOurOwn(context.req.raw, origin)) return problem(403, 'forbidden_origin', 'Not from this site')
    context.set('identity', admission.identity)
    await next()
  }
}

/** The city that is asked about: the one that is named, or the only one a colleague works for. */
export function cityOf(context: Context<Inside>, { catalogue }: DeskParts): string | null {
  const identity = context.get('identity')
  const cities = Object.keys(catalogue.cities).filter((city) => rolesFor(identity, city).length > 0)
  const named = context.req.query('city')
  if (named !== undefined) return cities.includes(named) ? named : null
  return cities.length === 1 ? (cities[0] ?? null) : null
}

export type At = { office: ReturnType<DeskParts['officeOf']>; actor: Actor; city: string }

/** The desk of the city that is asked about, and who acts there; a refusal when they have no role in it. */
export function at(context: Context<Inside>, parts: DeskParts): At | Response {
  const city = cityOf(context, parts)
  if (!city) return problem(403, 'forbidden_origin', 'Not for you', 'city: name one in which you have a role')
  const { subject, name } = context.get('identity') as DeskIdentity
  const roles = rolesFor(context.get('identity'), city)
  return { office: parts.officeOf(city), actor: { subject, name, roles }, city }
}

const statuses = { forbidden: 403, lost: 412, missing: 404 } as const
const problems = { forbidden: 'forbidden_origin', lost: 'conflict', missing: 'not_found' } as const

/** A refusal of the office as an answer. */
export const refuse = (refused: 'forbidden' | 'lost' | 'missing'): Response =>
  problem(statuses[refused], problems[refused], refused)

/** What an act came to, as JSON. */
export const answer = <T>(act: { done: T } | { refused: 'forbidden' | 'lost' | 'missing' }): Response =>
  'refused' in act ? refuse(act.refused) : Response.json(act.done, { headers: { 'cache-control': 'no-store' } })
