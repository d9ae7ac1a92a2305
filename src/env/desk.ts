import type { DeskConfig } from '../core/config.ts'
import { address, secret, type Variable } from './variable.ts'

export const desk = {
  DESK_ISSUER: { use: 'who signs agents in', example: 'https://stad.cloudflareaccess.com', schema: address },
  DESK_AUDIENCE: { use: 'for whom that sign-in is meant', example: 'the AUD tag of the application', schema: secret },
  DESK_JWKS_URL: {
    use: 'the keys of the issuer',
    example: 'https://stad.cloudflareaccess.com/cdn-cgi/access/certs',
    schema: address,
  },
} as const satisfies Record<string, Variable>

type Values = {
  DESK_ISSUER?: string | undefined
  DESK_AUDIENCE?: string | undefined
  DESK_JWKS_URL?: string | undefined
}

/** All three, or nobody signs in from outside. */
export const deskConfig = ({ DESK_ISSUER, DESK_AUDIENCE, DESK_JWKS_URL }: Values): DeskConfig => ({
  signIn:
    DESK_ISSUER && DESK_AUDIENCE && DESK_JWKS_URL
      ? { issuer: DESK_ISSUER, audience: DESK_AUDIENCE, jwksUrl: DESK_JWKS_URL }
      : null,
})
