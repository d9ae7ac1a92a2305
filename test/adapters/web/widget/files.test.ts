import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { WidgetConfig } from '../../../../adapters/web/widget/config.ts'
import { readWidget } from '../../../../src/cli/widget/build.ts'
import { appFixture, worldFixture } from '../../../fixtures/world.ts'

const widget = readWidget()
const app = appFixture()
const cities = Object.values(worldFixture().catalogue.cities)
const bilingual = cities.find(({ languages }) => languages.unknown === 'all-official')
const gzip = (name: string): number => gzipSync(widget.files[name]?.body ?? '', { level: 9 }).length
const config = async (query: string): Promise<WidgetConfig> => (await app.request(`/widget.json?${query}`)).json()

describe('what a page loads', () => {
  it('is at most 4 KB, and with all that opens 12 KB', () => {
    const all = Object.keys(widget.files).reduce((sum, name) => sum + gzip(name), 0)
    expect(gzip(widget.entry)).toBeLessThanOrEqual(4096)
    expect(all).toBeLessThanOrEqual(12 * 1024)
  })

  it('has no way to read markup or to run text', () => {
    for (const { body } of Object.values(widget.files)) {
      expect(body).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|DOMParser/)
      expect(body).not.toMatch(/document\.cookie|localStorage/)
    }
  })

  it('names the rest by its hash, and knows its checksum', () => {
    const entry = widget.files[widget.entry]?.body ?? ''
    const [panel = ''] = Object.keys(widget.files).filter((name) => name.startsWith('panel-'))
    expect(entry).toContain(panel)
    expect(entry).toContain(widget.files[panel]?.integrity)
  })

  it.each(Object.keys(widget.files))('%s is served for ever, to every site, as it was summed', async (name) => {
    const response = await app.request(`/widget/${name}`)
    const body = await response.text()
    expect(response.headers.get('cache-control')).toContain('immutable')
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    expect(response.headers.get('content-type')).toContain('text/javascript')
    expect(`sha256-${createHash('sha256').update(body).digest('base64')}`).toBe(widget.files[name]?.integrity)
  })

  it('is also there under a name that stays, and is asked for anew within minutes', async () => {
    const response = await app.request('/widget.js')
    expect(await response.text()).toBe(widget.files[widget.entry]?.body)
    expect(response.headers.get('cache-control')).toMatch(/max-age=300\b/)
  })
})

describe('what the widget is told of a city', () => {
  it.each(cities.map(({ id }) => id))('%s: every text, in every language that it speaks', async (city) => {
    for (const { lang } of (await config(`city=${city}`)).languages) {
      const { langs, texts } = await config(`city=${city}&lang=${lang}&topic=`)
      expect(langs).toEqual([lang])
      const all = Object.values(texts[lang] ?? {})
      expect(all.length).toBeGreaterThan(60)
      expect(all.filter((text) => !text || /\{(city|days)\}/.test(text))).toEqual([])
    }
  })

  it('is in all languages of equal weight until one is chosen, where the city wants that', async () => {
    expect((await config(`city=${bilingual?.id}`)).langs).toEqual(bilingual?.languages.official)
    expect((await config(`city=${bilingual?.id}&lang=de`)).langs).toEqual(bilingual?.languages.official)
    expect((await config(`city=${bilingual?.id}&lang=fr`)).langs).toEqual(['fr'])
  })

  it('begins with the page that the visitor is on, and with what is near it', async () => {
    const city = cities.find(({ concepts }) => concepts.huwelijksaangifte)
    const topic = city?.concepts.huwelijksaangifte ?? ''
    const { examples } = await config(`city=${city?.id}&lang=nl&topic=${topic}`)
    expect(examples.nl?.[0]).toBe(city?.services[topic]?.name.nl)
    const unknown = await config(`city=${city?.id}&lang=nl&topic=${city?.id}/bestaat-niet`)
    expect(unknown.examples).toEqual((await config(`city=${city?.id}&lang=nl`)).examples)
  })

  it.each(['.json?city=atlantis', '.json?city=constructor', '.json', '/panel-0.js', '/constructor'])(
    '/widget%s is not there',
    async (path) => {
      expect((await app.request(`/widget${path}`)).status).toBe(404)
    },
  )

  it('is small', async () => {
    const response = await app.request(`/widget.json?city=${bilingual?.id}`)
    expect(gzipSync(await response.text(), { level: 9 }).length).toBeLessThan(4096)
  })
})
