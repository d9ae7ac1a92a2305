import * as z from 'zod'
import { once } from '../../core/once.ts'
import { type Role, roles } from '../roles.ts'

/** A colleague at the desk, as the issuer vouches for them. */
export type DeskIdentity = {
  /** The issuer's own name for them: what the audit trail holds. */
  subject: string
  /** What a citizen is told: "Je praat nu met Noor". Null when the issuer gives no name. */
  name: string | null
  /** Roles by city; `*` is every city. */
  roles: Readonly<Record<string, readonly Role[]>>
  /** Seconds since 1970, after which the sign-in is over. */
  expires: number
}

const claims = once(() =>
  z.object({
    sub: z.string().min(1).max(255),
    exp: z.number(),
    given_name: z.string().max(80).optional(),
    name: z.string().max(80).optional(),
    groups: z.array(z.string()).optional(),
    /** Cloudflare Access puts what the identity provider adds in here. */
    custom: z.object({ groups: z.array(z.string()).optional() }).optional(),
  }),
)

/** A group is `desk/<city>/<role>`, with `*` for every city; any other group says nothing here. */
const group = /^desk\/(\*|[a-z][a-z0-9-]*)\/([a-z]+)$/

/** The identity in verified claims. Null when they give no role at all: such a person has no business here. */
export function identityOf(payload: unknown): DeskIdentity | null {
  const parsed = claims().safeParse(payload)
  if (!parsed.success) return null
  const { sub, exp, given_name, name, groups = [], custom } = parsed.data
  const held = rolesIn([...groups, ...(custom?.groups ?? [])])
  return Object.keys(held).length === 0
    ? null
    : { subject: sub, name: given_name ?? name ?? null, roles: held, expires: exp }
}

function rolesIn(groups: string[]): Record<string, Role[]> {
  const held = new Map<string, Role[]>()
  for (const [, city = '', role = ''] of groups.flatMap((one) => [group.exec(one) ?? []])) {
    if (roles.includes(role as Role)) held.set(city, [...(held.get(city) ?? []), role as Role])
  }
  return Object.fromEntries(held)
}

/** Roles of a person in a city. */
export const rolesFor = ({ roles: held }: DeskIdentity, city: string): readonly Role[] => [
  ...(Object.hasOwn(held, city) ? (held[city] ?? []) : []),
  ...(held['*'] ?? []),
]
