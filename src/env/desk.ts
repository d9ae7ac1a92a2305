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
  DESK_CALL_BACK_KEY: {
    use: 'the key for numbers of people who want to be called back, at least 32 characters',
    example: 'the output of: openssl rand -hex 32',
    schema: () => secret().min(32),
  },
} as const satisfies Record<string, Variable>

type Values = {
  DESK_ISSUER?: string | undefined
  DESK_AUDIENCE?: string | undefined
  DESK_JWKS_URL?: string | undefined
  DESK_CALL_BACK_KEY?: string | undefined
  LOCAL_RUN?: '1' | undefined
}

/** In a local run nobody's number is worth hiding from who runs it. */
const localKey = 'only-for-a-local-run-and-no-other'

/** All three of the sign-in, or nobody signs in from outside; without a key no number is kept. */
export const deskConfig = ({ DESK_ISSUER, DESK_AUDIENCE, DESK_JWKS_URL, ...more }: Values): DeskConfig => ({
  signIn:
    DESK_ISSUER && DESK_AUDIENCE && DESK_JWKS_URL
      ? { issuer: DESK_ISSUER, audience: DESK_AUDIENCE, jwksUrl: DESK_JWKS_URL }
      : null,
  callBackKey: more.DESK_CALL_BACK_KEY ?? (more.LOCAL_RUN === '1' ? localKey : null),
})
