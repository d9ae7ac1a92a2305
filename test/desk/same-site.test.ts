import { expect, test } from 'vitest'
import { isOurOwn } from '../../src/desk/sign-in/same-site.ts'

const origin = 'https://wijzer.example'
const ours = {
  origin,
  'sec-fetch-site': 'same-origin',
  'x-desk': '1',
  'content-type': 'application/json; charset=utf-8',
}

const request = (method: string, headers: Record<string, string | null>): Request =>
  new Request(`${origin}/api/desk/v1/log`, {
    method,
    headers: Object.fromEntries(
      Object.entries({ ...ours, ...headers }).filter(([, value]) => value !== null),
    ) as Record<string, string>,
  })

test('the desk reads and writes on its own page', () => {
  expect(isOurOwn(request('POST', {}), origin)).toBe(true)
  expect(isOurOwn(request('GET', { 'x-desk': null, 'content-type': null, origin: null }), origin)).toBe(true)
  expect(isOurOwn(request('GET', { 'sec-fetch-site': 'none', origin: null }), origin)).toBe(true)
})

test.each([
  ['a form on another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site', 'x-desk': null }],
  ['a form on a neighbour of ours', { origin: 'https://www.wijzer.example', 'sec-fetch-site': 'same-site' }],
  ['a request without our header', { 'x-desk': null }],
  ['a body that a form can send', { 'content-type': 'text/plain' }],
  ['an origin that hides', { origin: 'null' }],
  ['nobody who says where they come from', { origin: null, 'sec-fetch-site': null }],
])('%s writes nothing', (_, headers) => {
  expect(isOurOwn(request('POST', headers), origin)).toBe(false)
})

test('another site reads nothing either', () => {
  expect(isOurOwn(request('GET', { 'sec-fetch-site': 'cross-site', origin: null }), origin)).toBe(false)
})
