import { exportSPKI, importJWK, SignJWT, UnsecuredJWT } from 'jose'
import { beforeAll, describe, expect, test } from 'vitest'
import { message } from './activities.ts'
import { type Behaviour, farSide } from './far-side.ts'
import { make, post, received, request, url, verdict } from './make.ts'
import { appId, moment, type Pair, pair, second, serviceUrl, token } from './signer.ts'

/** The twelve checks of an activity, in their order, each with a request that is genuine but for that one thing. */

let ours: Pair
let other: Pair
beforeAll(async () => {
  ;[ours, other] = await Promise.all([pair('ours'), pair('ours')])
})

const door = (more: Partial<Behaviour> = {}) => make({ fetch: farSide({ pairs: [ours], ...more }).fetch })
const hello = message('hoe vraag ik een parkeerkaart aan?')

describe('a genuine activity', () => {
  test('is let in', async () => {
    expect(await verdict(door(), await post(hello, ours))).toBe('let in')
  })

  test('is let in whatever the slash at the end and the case of the host of its serviceurl', async () => {
    const bearer = await token(ours, { serviceurl: serviceUrl.replace(/\/$/, '').replace('smba', 'SMBA') })
    expect(await verdict(door(), await post(hello, ours, bearer))).toBe('let in')
  })

  test('is refused as long as nobody registered the bot', async () => {
    const { fetch } = farSide({ pairs: [ours] })
    expect(await verdict(make({ fetch, config: { registration: null } }), await post(hello, ours))).toBe(401)
  })
})

describe('1: a POST with one JSON object', () => {
  test('another method is 405, and says which one is meant', async () => {
    const refused = await door().verify(await received(new Request(url)))
    expect([refused?.status, refused?.headers.get('allow')]).toEqual([405, 'POST'])
  })

  test.each(['text/plain', 'application/jsonp', ''])('content type "%s" is 415', async (type) => {
    expect(await verdict(door(), request(JSON.stringify(hello), { 'content-type': type }))).toBe(415)
  })

  test('more than 256 KB is 413', async () => {
    expect(await verdict(door(), request(JSON.stringify({ ...hello, text: 'a'.repeat(256 * 1024) })))).toBe(413)
  })

  test.each(['', '{', '[]', 'null', '"message"', '{"type":1}', '\ufeff{"type"'])('%j is 400', async (body) => {
    expect(await verdict(door(), request(body))).toBe(400)
  })

  test('bytes that are no UTF-8 are 400', async () => {
    expect(await verdict(door(), request(new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d])))).toBe(400)
  })
})

describe('2: a bearer, in exactly two parts', () => {
  test.each([
    ['no header', () => ({})],
    ['no scheme', (jwt: string) => ({ authorization: jwt })],
    ['another scheme', (jwt: string) => ({ authorization: `Basic ${jwt}` })],
    ['three parts', (jwt: string) => ({ authorization: `Bearer ${jwt} more` })],
    ['no token', () => ({ authorization: 'Bearer ' })],
  ])('%s is 401', async (_, headers) => {
    expect(await verdict(door(), request(JSON.stringify(hello), headers(await token(ours))))).toBe(401)
  })
})

describe('3: RS256 by a key with a name', () => {
  test('alg none is 401', async () => {
    const none = new UnsecuredJWT({ iss: 'https://api.botframework.com', aud: appId, serviceurl: serviceUrl })
    expect(await verdict(door(), await post(hello, ours, none.setExpirationTime(second(3600)).encode()))).toBe(401)
  })

  test('HS256 with the public key as its secret is 401', async () => {
    const published = await importJWK({ ...ours.jwk, alg: 'RS256', ext: true }, 'RS256', { extractable: true })
    const secret = new TextEncoder().encode(await exportSPKI(published as never))
    const forged = await new SignJWT({ serviceurl: serviceUrl })
      .setProtectedHeader({ alg: 'HS256', kid: ours.kid })
      .setIssuer('https://api.botframework.com')
      .setAudience(appId)
      .setExpirationTime(second(3600))
      .sign(secret)
    expect(await verdict(door(), await post(hello, ours, forged))).toBe(401)
  })

  test.each(['RS512', 'PS256', 'rs256'])('a header that says %s is 401', async (alg) => {
    const [, payload, signature] = (await token(ours)).split('.')
    const header = btoa(JSON.stringify({ alg, kid: ours.kid })).replace(/=+$/, '')
    const far = farSide({ pairs: [ours] })
    const forged = await post(hello, ours, `${header}.${payload}.${signature}`)
    expect(await verdict(make({ fetch: far.fetch }), forged)).toBe(401)
    // It is the header that is refused: nobody looks for a key.
    expect(far.fetched.keys).toBe(0)
  })

  test('a key without a name is 401', async () => {
    expect(await verdict(door(), await post(hello, ours, await token(ours, {}, { kid: undefined })))).toBe(401)
  })

  test.each(['a', 'a.b', 'a.b.c', '..'])('"%s", which is no token, is 401', async (jwt) => {
    expect(await verdict(door(), await post(hello, ours, jwt))).toBe(401)
  })
})

describe('4: a key that is published', () => {
  test('one that is not is 401', async () => {
    expect(await verdict(door(), await post(hello, await pair('unknown')))).toBe(401)
  })

  test('while the keys are out of reach it is 503, so that the sender comes back', async () => {
    expect(await verdict(door({ down: () => true }), await post(hello, ours))).toBe(503)
  })

  test.each([
    'https://evil.test/keys',
    'http://login.botframework.com/v1/keys',
    'https://login.botframework.com:8443/k',
  ])('keys at %s, another origin, are not believed', async (jwks_uri) => {
    expect(await verdict(door({ metadata: { jwks_uri } }), await post(hello, ours))).toBe(503)
  })
})

describe('5: signed, and of now', () => {
  test('the signature of another key of that name is 401', async () => {
    expect(await verdict(door(), await post(hello, other))).toBe(401)
  })

  test('a claim that was changed afterwards is 401', async () => {
    const [header, payload = '', signature] = (await token(ours)).split('.')
    const changed = btoa(atob(payload).replace('emea', 'amer')).replace(/=+$/, '')
    expect(await verdict(door(), await post(hello, ours, `${header}.${changed}.${signature}`))).toBe(401)
  })

  test.each([
    ['expired 299 seconds ago', { exp: second(-299) }, 'let in'],
    ['expired 301 seconds ago', { exp: second(-301) }, 401],
    ['valid in 299 seconds', { nbf: second(299) }, 'let in'],
    ['valid in 301 seconds', { nbf: second(301) }, 401],
  ])('%s: %s', async (_, claims, expected) => {
    expect(await verdict(door(), await post(hello, ours, await token(ours, claims)))).toBe(expected)
  })

  test('a token without an end is 401', async () => {
    const endless = await new SignJWT({ iss: 'https://api.botframework.com', aud: appId, serviceurl: serviceUrl })
      .setProtectedHeader({ alg: 'RS256', kid: ours.kid })
      .sign(ours.privateKey)
    expect(await verdict(door(), await post(hello, ours, endless))).toBe(401)
  })
})

describe('6 and 7: from the Bot Framework, for us', () => {
  test.each([
    'https://api.botframework.com/',
    'https://sts.windows.net/5f0c0000-0000-4000-8000-00000000beef/',
    'https://login.microsoftonline.com/5f0c/v2.0',
    'https://api.botframework.us',
    '',
  ])('issuer "%s" is 401', async (iss) => {
    expect(await verdict(door(), await post(hello, ours, await token(ours, { iss })))).toBe(401)
  })

  test.each(['c0ffee00-0000-4000-8000-000000000001', `28:${appId}`, ''])('audience "%s" is 401', async (aud) => {
    expect(await verdict(door(), await post(hello, ours, await token(ours, { aud })))).toBe(401)
  })
})

describe('8: endorsed for Teams', () => {
  test.each(['webchat', 'directline', 'skype', undefined])('channel %s is 403', async (channelId) => {
    expect(await verdict(door(), await post({ ...hello, channelId }, ours))).toBe(403)
  })

  test('a key that may not sign for Teams is 403', async () => {
    const narrow = await pair('narrow', ['skype'])
    const { fetch } = farSide({ pairs: [narrow] })
    expect(await verdict(make({ fetch }), await post(hello, narrow))).toBe(403)
  })
})

describe('9 and 10: the service URL', () => {
  test.each([undefined, 42, null])('a token that names %s is 401', async (serviceurl) => {
    expect(await verdict(door(), await post(hello, ours, await token(ours, { serviceurl })))).toBe(401)
  })

  test('an activity that names another than the token is 403', async () => {
    const elsewhere = { ...hello, serviceUrl: serviceUrl.replace('emea', 'amer') }
    expect(await verdict(door(), await post(elsewhere, ours))).toBe(403)
  })

  test('a host that is not on the list is 403, also when both name it', async () => {
    const evil = 'https://evil.trafficmanager.net/emea/'
    const bearer = await token(ours, { serviceurl: evil })
    expect(await verdict(door(), await post({ ...hello, serviceUrl: evil }, ours, bearer))).toBe(403)
  })
})

describe('11: our tenant', () => {
  const stranger = '5f0c0000-0000-4000-8000-00000000dead'
  test.each([
    ['none', { conversation: { id: 'a:1' }, channelData: {} }],
    ['another', { conversation: { id: 'a:1', tenantId: stranger }, channelData: { tenant: { id: stranger } } }],
    ['ours in one place, another in the other', { channelData: { tenant: { id: stranger } } }],
  ])('%s is 403', async (_, more) => {
    expect(await verdict(door(), await post({ ...hello, ...more }, ours))).toBe(403)
  })
})

describe('12: addressed to us', () => {
  test.each([
    ['for another bot', { recipient: { id: '28:c0ffee00-0000-4000-8000-000000000001' } }],
    ['for nobody', { recipient: undefined }],
    ['said by ourselves', { from: { id: `28:${appId}` } }],
  ])('what is %s is taken in and dropped', async (_, more) => {
    expect(await verdict(door(), await post({ ...hello, ...more }, ours))).toBe(200)
  })
})

describe('the keys', () => {
  const later = (ms: number): string => new Date(Date.parse(moment) + ms).toISOString()

  test('a flood of names that do not exist makes us fetch once more, not more often', async () => {
    const far = farSide({ pairs: [ours] })
    const adapter = make({ fetch: far.fetch })
    await verdict(adapter, await post(hello, ours))
    const flood = await Promise.all(Array.from({ length: 5 }, (_, at) => pair(`flood-${at}`)))
    for (let round = 0; round < 20; round += 1) {
      const all = await Promise.all(flood.map(async (one) => verdict(adapter, await post(hello, one))))
      expect(new Set(all)).toEqual(new Set([401]))
    }
    expect(far.fetched.keys).toBe(2)
    expect(await verdict(adapter, await post(hello, ours))).toBe('let in')
  })

  test('a new key is found at once, also by those who come while it is looked for', async () => {
    const fresh = await pair('fresh')
    const pairs = [ours]
    const adapter = make({ fetch: farSide({ pairs }).fetch })
    await verdict(adapter, await post(hello, ours))
    pairs.push(fresh)
    const all = await Promise.all([1, 2, 3].map(async () => verdict(adapter, await post(hello, fresh))))
    expect(all).toEqual(['let in', 'let in', 'let in'])
  })

  test('those of yesterday serve while the endpoint is down, those of a week ago do not', async () => {
    let now = moment
    let down = false
    const far = farSide({ pairs: [ours], down: () => down })
    const adapter = make({ fetch: far.fetch, clock: () => now })
    const genuine = async (): Promise<Request> =>
      post(hello, ours, await token(ours, { nbf: Date.parse(now) / 1000, exp: Date.parse(now) / 1000 + 600 }))
    expect(await verdict(adapter, await genuine())).toBe('let in')
    down = true
    now = later(2 * 24 * 3_600_000)
    expect(await verdict(adapter, await genuine())).toBe('let in')
    now = later(6 * 24 * 3_600_000)
    expect(await verdict(adapter, await genuine())).toBe(503)
    down = false
    now = later(6 * 24 * 3_600_000 + 60_000)
    expect(await verdict(adapter, await genuine())).toBe('let in')
  })

  test('many at once fetch them once', async () => {
    const far = farSide({ pairs: [ours] })
    const adapter = make({ fetch: far.fetch })
    await Promise.all(Array.from({ length: 20 }, async () => verdict(adapter, await post(hello, ours))))
    expect(far.fetched.keys).toBe(1)
  })
})
