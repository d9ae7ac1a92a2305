import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose'

/** An issuer of our own, with keys like those of the Bot Framework: tests sign real tokens, and no check is ever off. */

export const appId = 'c0ffee00-0000-4000-8000-000000000000'
export const tenantId = '5f0c0000-0000-4000-8000-00000000beef'
export const serviceUrl = 'https://smba.trafficmanager.net/emea/5f0c0000-0000-4000-8000-00000000beef/'
/** The moment of the tests; 14:05 in Brussels. */
export const moment = '2026-11-20T14:05:00+01:00'
const issuer = 'https://api.botframework.com'

export type Pair = { kid: string; privateKey: CryptoKey; jwk: JWK & { endorsements: string[] } }

export async function pair(kid: string, endorsements = ['msteams', 'skype']): Promise<Pair> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true })
  const jwk = await exportJWK(publicKey)
  return { kid, privateKey, jwk: { ...jwk, kid, use: 'sig', endorsements } }
}

export type Claims = Partial<{ iss: string; aud: string; serviceurl: unknown; exp: number; nbf: number }>

/** Seconds of the moment of the tests, with so many added. */
export const second = (more: number): number => Date.parse(moment) / 1000 + more

/** A token as the service of Teams sends it, but for what is given. A claim that is given as undefined is left out. */
export async function token({ privateKey, kid }: Pair, claims: Claims = {}, header: object = {}): Promise<string> {
  const usual = { iss: issuer, aud: appId, serviceurl: serviceUrl, nbf: second(-60), exp: second(3600) }
  return new SignJWT({ ...usual, ...claims })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid, ...header })
    .sign(privateKey)
}
