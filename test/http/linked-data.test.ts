import { describe, expect, it } from 'vitest'
import { createApp } from '../../src/http/app.ts'
import { richest } from '../fixtures/states.ts'
import { appFixture, partsFixture, worldFixture } from '../fixtures/world.ts'

type Node = Record<string, unknown> & { '@id': string; '@type': string }

const { catalogue } = worldFixture()
const cities = Object.values(catalogue.cities)
const [city] = cities
const id = city ? richest(city) : ''
const path = `/${id.replace('/', '/dienst/')}`
const accept = { accept: 'application/ld+json' }
const json = async (response: Response | Promise<Response>): Promise<Node> => (await response).json() as Promise<Node>

describe('a service as linked data', () => {
  it('is a cpsv:PublicService with its authority, ways in and sources', async () => {
    const response = await appFixture().request(`http://wijzer.example${path}`, { headers: accept })
    expect(response.headers.get('content-type')).toContain('application/ld+json')
    expect(response.headers.get('vary')).toContain('accept')
    const node = await json(response)
    expect(node['@id']).toBe(`http://wijzer.example${path}`)
    expect(node['@type']).toBe('cpsv:PublicService')
    expect(node['dct:title']).toContainEqual({ '@value': city?.services[id]?.name.nl, '@language': 'nl' })
    expect((node['cv:hasCompetentAuthority'] as Node)['@type']).toBe('cv:PublicOrganisation')
    expect((node['cv:hasChannel'] as Node[]).every((channel) => channel['@type'] === 'cv:Channel')).toBe(true)
    expect(node['dct:source']).not.toEqual([])
  })

  it('uses only terms whose prefix its context explains', async () => {
    const node = await json(appFixture().request(path, { headers: accept }))
    const known = Object.keys(node['@context'] as object)
    const terms = [...JSON.stringify(node).matchAll(/"([a-z]+):[A-Za-z]+":/g)].map(([, prefix]) => prefix)
    expect(terms.filter((prefix) => !known.includes(prefix ?? ''))).toEqual([])
  })

  it('is known by the address that the outside world uses', async () => {
    const parts = partsFixture({ publicUrl: 'https://wijzer.example' })
    const node = await json(createApp(parts).request(path, { headers: accept }))
    expect(node['@id']).toBe(`https://wijzer.example${path}`)
  })

  it('is a page for everybody else, which tells where the data is', async () => {
    const html = await (await appFixture().request(path, { headers: { accept: 'text/html' } })).text()
    expect(html).toContain(`<link rel="alternate" type="application/ld+json" href="${path}">`)
  })
})

describe('S11: the identity card of Ghent as linked data', () => {
  const url = 'http://wijzer.example/gent/dienst/identiteitskaart'
  const node = (query = ''): Promise<Node> => json(appFixture().request(`${url}${query}`, { headers: accept }))

  it('names the service and its authority', async () => {
    const { 'dct:identifier': identifier, 'cv:hasCompetentAuthority': authority } = await node()
    expect(identifier).toBe('gent/identiteitskaart')
    expect((authority as Node)['@id']).toBe('http://wijzer.example/gent/organisatie/identiteit-adres')
  })

  it('gives ways in that a program can use, online and by phone', async () => {
    const ways = (await node())['cv:hasChannel'] as Node[]
    const points = ways.map((way) => way['cv:hasContactPoint'] as Node | undefined)
    expect(points.some((point) => String(point?.['schema:url']).startsWith('https://'))).toBe(true)
    expect(points.some((point) => /^0\d/.test(String(point?.['schema:telephone'])))).toBe(true)
  })

  it('gives sources that lead to a page of ours', async () => {
    const sources = (await node())['dct:source'] as Node[]
    expect(sources.length).toBeGreaterThan(0)
    for (const source of sources) expect((await appFixture().request(source['@id'])).status).toBe(200)
  })

  it('keeps one address, whatever else is asked along', async () => {
    expect((await node())['@id']).toBe(url)
    expect((await node('?lang=fr&utm_source=x'))['@id']).toBe(url)
  })
})

describe('GET /api/v1/catalogue/{city}.jsonld', () => {
  it.each(cities.map(({ id }) => id))(
    '%s: every service that is offered, under the address of its page',
    async (slug) => {
      const graph = (await json(appFixture().request(`/api/v1/catalogue/${slug}.jsonld`)))['@graph'] as Node[]
      const offered = Object.values(catalogue.cities[slug]?.services ?? {}).filter(({ kind }) => kind !== 'plan')
      expect(graph).toHaveLength(offered.length)
      expect(new Set(graph.map((node) => node['@id'])).size).toBe(offered.length)
    },
  )

  it('does not know other cities', async () => {
    expect((await appFixture().request('/api/v1/catalogue/constructor.jsonld')).status).toBe(404)
  })
})
