import { describe, expect, it } from 'vitest'
import { createApp } from '../../src/http/app.ts'
import { attributes, post } from '../fixtures/form.ts'
import { appInStates, states } from '../fixtures/states.ts'
import { partsFixture, worldFixture } from '../fixtures/world.ts'

const app = appInStates()
const { catalogue } = worldFixture()
const cities = Object.values(catalogue.cities)
const services = cities.flatMap((city) => Object.keys(city.services).map((id) => id.replace('/', '/dienst/')))
const organisations = cities.flatMap((city) =>
  Object.keys(city.organisations).map((id) => id.replace('/', '/organisatie/')),
)
const get = async (path: string): Promise<string> => (await app.request(path)).text()

describe('/', () => {
  it('leads to every city, in each language that it speaks', async () => {
    const links = attributes(await get('/'), 'href')
    for (const { id, languages } of cities) {
      expect(links).toContain(`/${id}`)
      expect(links.filter((link) => link.split('?')[0] === `/${id}`).length).toBe(
        1 + languages.official.length + languages.courtesy.length,
      )
    }
  })
})

describe('every page that can be linked to', () => {
  it.each(cities.map(({ id }) => id))('of %s opens in each language', async (city) => {
    const own = [...services, ...organisations].filter((path) => path.startsWith(`${city}/`))
    for (const path of [city, `${city}/privacy`, `${city}/toegankelijkheid`, `${city}/cijfers`, ...own]) {
      for (const lang of ['nl', 'fr', 'en']) expect((await app.request(`/${path}?lang=${lang}`)).status, path).toBe(200)
    }
  })

  it('links only to pages and anchors that exist', async () => {
    const seen = new Map<string, string>()
    const open = async (path: string): Promise<string> => {
      const known = seen.get(path)
      if (known !== undefined) return known
      const response = await app.request(path)
      expect(response.status, path).toBeLessThan(300)
      const html = await response.text()
      seen.set(path, html)
      return html
    }
    for (const path of ['', ...services, ...organisations]) {
      for (const link of attributes(await open(`/${path}`), 'href').filter((href) => href.startsWith('/'))) {
        const [target = '', anchor] = link.split('#')
        expect(await open(target), link).toContain(anchor ? `id="${anchor}"` : '')
      }
    }
  })
})

describe('/bron/{document}', () => {
  it.each(Object.keys(catalogue.documents))('%s: who, when, where, and each line once as an anchor', async (id) => {
    const html = await get(`/bron/${id}`)
    const document = catalogue.documents[id]
    const ids = attributes(html, 'id').filter((anchor) => /^r\d/.test(anchor))
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBeGreaterThan(0)
    expect(html).toContain('<dl class="about">')
    if (!document?.url) expect(html).toContain(catalogue.messages['page.document.nowhere']?.u)
  })

  it('is not found when it does not exist', async () => {
    expect((await app.request('/bron/constructor')).status).toBe(404)
  })
})

describe('what is not there', () => {
  it.each([
    '/atlantis',
    '/constructor',
    '/atlantis/privacy',
    `/${cities[0]?.id}/dienst/constructor`,
    `/${cities[0]?.id}/organisatie/niets`,
  ])('%s: says so in three languages', async (path) => {
    const response = await app.request(path)
    expect(response.status).toBe(404)
    const html = await response.text()
    for (const lang of ['nl', 'fr', 'en']) expect(html).toContain(`<span class="tongue" lang="${lang}">`)
  })

  it.each([
    ['/', 'GET, HEAD'],
    [`/${cities[0]?.id}`, 'GET, HEAD, POST'],
    [`/${cities[0]?.id}/privacy`, 'GET, HEAD'],
    ['/bron/x', 'GET, HEAD'],
  ])('%s does not take DELETE', async (path, allow) => {
    const response = await app.request(path, { method: 'DELETE' })
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe(allow)
  })

  it('stays a problem for programs', async () => {
    const response = await app.request('/api/v1/nothing')
    expect(response.status).toBe(404)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
  })
})

describe('files', () => {
  it.each([
    ['/style.css', 'text/css'],
    [`/${cities[0]?.id}/theme.css`, 'text/css'],
    ['/icon.svg', 'image/svg+xml'],
    ['/robots.txt', 'text/plain'],
  ])('%s is %s', async (path, type) => {
    const response = await app.request(path)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toContain(type)
  })

  it('asks nothing of other hosts and moves nothing for who wants it still', async () => {
    const style = await get('/style.css')
    expect(style).not.toMatch(/url\(|@import|@font-face/)
    expect(style).toContain('prefers-reduced-motion: no-preference')
    expect(style).toContain('forced-colors: active')
    expect(style).toContain('@media print')
  })
})

describe('headers', () => {
  const city = cities[0]?.id ?? ''
  const paths = [
    '/',
    `/${city}`,
    `/${city}/privacy`,
    `/${services[0]}`,
    '/style.css',
    '/health',
    '/nergens',
    '/api/v1/nothing',
    '/favicon.ico',
    `/api/v1/catalogue/${city}.jsonld`,
  ]

  it.each(paths)('%s has them all', async (path) => {
    const { headers } = await app.request(path)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("form-action 'self'")
    expect(policy).toContain("base-uri 'none'")
    expect(policy).not.toContain('unsafe')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('strict-transport-security')).toContain('max-age=31536000')
  })

  it('lets only the sites of a city frame its page, and nothing else', async () => {
    const page = (await app.request(`/${city}`)).headers
    expect(page.get('content-security-policy')).toContain("frame-ancestors 'self' https://stad.example")
    expect(page.get('x-frame-options')).toBeNull()
    for (const path of paths.filter((path) => path !== `/${city}`)) {
      const { headers } = await app.request(path)
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
      expect(headers.get('x-frame-options')).toBe('DENY')
    }
  })

  it('keeps answers and errors out of every cache', async () => {
    for (const question of [states.answer, states.crisis, '']) {
      expect((await post(app, `/${city}`, { question })).headers.get('cache-control')).toBe('no-store')
    }
  })

  it('are there when the configuration is wrong or something breaks', async () => {
    const broken = {
      ask: () => {
        throw new Error('x')
      },
    } as never
    const parts = partsFixture({ assistant: broken })
    const fault = await post(createApp(parts), `/${city}`, { question: 'kapot' })
    expect(fault.status).toBe(500)
    expect(await fault.text()).not.toContain('kapot')
    const unset = await createApp({ ...parts, problems: ['PUBLIC_URL'] }).request(`/${city}`)
    expect(unset.status).toBe(503)
    for (const { headers } of [fault, unset])
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  })
})
