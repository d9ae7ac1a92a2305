import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Gate, gateOf } from '../../src/desk/sign-in/gate.ts'
import type { DeskIdentity } from '../../src/desk/sign-in/identity.ts'
import { rolesFor } from '../../src/desk/sign-in/identity.ts'

const issuer = 'https://issuer.example'
const audience = 'the-desk'
const signIn = { issuer, audience, jwksUrl: `${issuer}/certs` }
const now = new Date('2026-11-20T10:00:00Z')
const seconds = now.getTime() / 1000

type Keys = Awaited<ReturnType<typeof generateKeyPair>>
let keys: Keys
let gate: Gate
let fetches = 0

beforeAll(async () => {
  keys = await generateKeyPair('RS256')
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' }
  const certs: typeof fetch = async () => {
    fetches += 1
    return Response.json({ keys: [jwk] })
  }
  gate = gateOf({ signIn }, { fetch: certs, now: () => now })
})

const good = { groups: ['desk/alpha/agent', 'desk/*/editor', 'other/alpha/lead'], given_name: 'Noor' }

const token = (claims: JWTPayload = {}, { kid = 'k1', key = keys.privateKey, alg = 'RS256' } = {}): Promise<string> =>
  new SignJWT({ sub: 'noor', iss: issuer, aud: audience, exp: seconds + 600, ...good, ...claims })
    .setProtectedHeader({ alg, kid })
    .sign(key)

const knock = (headers: Record<string, string>) => gate(new Request('https://wijzer.example/desk', { headers }))
const identityIn = (admission: unknown): DeskIdentity => (admission as { identity: DeskIdentity }).identity

test.each([
  ['the header of Access', async () => ({ 'cf-access-jwt-assertion': await token() })],
  ['a bearer', async () => ({ authorization: `Bearer ${await token()}` })],
  ['the cookie of a local sign-in', async () => ({ cookie: `a=b; desk=${await token()}` })],
])('a colleague comes in with %s, with the roles of their groups', async (_, headers) => {
  const identity = identityIn(await knock(await headers()))
  expect(identity).toMatchObject({ subject: 'noor', name: 'Noor', expires: seconds + 600 })
  expect(rolesFor(identity, 'alpha')).toEqual(['agent', 'editor'])
  expect(rolesFor(identity, 'beta')).toEqual(['editor'])
  expect(rolesFor(identity, 'constructor')).toEqual(['editor'])
})

describe('refused', () => {
  test.each([
    ['nobody', 401, async () => ({})],
    ['an empty cookie', 401, async () => ({ cookie: 'desk=' })],
    ['no token at all', 401, async () => ({ authorization: 'Bearer nonsense' })],
    ['another audience', 401, async () => bearer(await token({ aud: 'another' }))],
    ['another issuer', 401, async () => bearer(await token({ iss: 'https://evil.example' }))],
    ['one that is over', 401, async () => bearer(await token({ exp: seconds - 31 }))],
    ['one that has not begun', 401, async () => bearer(await token({ nbf: seconds + 31 }))],
    ['one without an end', 401, async () => bearer(await token({ exp: null as never }))],
    [
      'a key of somebody else',
      401,
      async () => bearer(await token({}, { key: (await generateKeyPair('RS256')).privateKey })),
    ],
    ['an unknown key', 401, async () => bearer(await token({}, { kid: 'k2' }))],
    [
      'an algorithm that signs nothing',
      401,
      async () => bearer(`${btoa('{"alg":"none"}').replace(/=/g, '')}.${btoa('{"sub":"x"}').replace(/=/g, '')}.`),
    ],
    ['a person without a role', 403, async () => bearer(await token({ groups: ['desk/alpha/boss', 'staff'] }))],
  ])('%s: %i', async (_, status, headers) => {
    expect(await knock(await headers())).toEqual({ status })
  })

  test('everybody, when no issuer is configured or it cannot be reached', async () => {
    const shut = gateOf({ signIn: null }, { fetch, now: () => now })
    const alone = gateOf({ signIn }, { fetch: () => Promise.reject(new TypeError('no network')), now: () => now })
    const request = new Request('https://wijzer.example/desk', { headers: bearer(await token()) })
    expect(await shut(request)).toEqual({ status: 503 })
    expect(await alone(request)).toEqual({ status: 503 })
  })

  test('a flood of unknown keys costs the issuer nothing', async () => {
    const before = fetches
    for (let at = 0; at < 20; at += 1) await knock(bearer(await token({}, { kid: `k${at + 10}` })))
    expect(fetches - before).toBeLessThanOrEqual(1)
  })
})

const bearer = (value: string): Record<string, string> => ({ authorization: `Bearer ${value}` })
