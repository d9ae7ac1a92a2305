import { describe, expect, it } from 'vitest'
import { attributes, post, postRaw, wordsOf } from '../fixtures/form.ts'
import { appInStates, richest, states } from '../fixtures/states.ts'
import { worldFixture } from '../fixtures/world.ts'

const app = appInStates()
const { catalogue } = worldFixture()
const cities = Object.values(catalogue.cities)
const bilingual = cities.find(({ languages }) => languages.unknown === 'all-official')
const get = async (path: string): Promise<string> => (await app.request(path)).text()
/** The token of the conversation and a place in it: another one on every page. */
const isThread = (value: string): boolean => /^[\w-]{43}\.[\w-]{16}$/.test(value)
const withoutThreads = (html: string): string => html.replace(/[\w-]{43}\.[\w-]{16}/g, '')
const ask = async (city: string, question: string, lang = ''): Promise<string> =>
  (await post(app, `/${city}`, { question, lang })).text()

describe.each(cities.map(({ id }) => id))('GET /%s', (city) => {
  it('says that it is an automated assistant before it asks for the question', async () => {
    const html = await get(`/${city}`)
    const notice = html.indexOf('class="notice"')
    expect(notice).toBeGreaterThan(0)
    expect(notice).toBeLessThan(html.indexOf('<input id="question"'))
  })

  it('offers three questions to press, which are answered', async () => {
    const html = await get(`/${city}?lang=nl`)
    const questions = attributes(html.slice(html.indexOf('class="examples"')), 'value').filter(
      (value) => value !== 'nl' && !isThread(value),
    )
    expect(questions).toHaveLength(3)
    for (const question of questions) expect(await ask(city, question, 'nl')).toContain('class="ways"')
  })

  it('has a labelled field, a way to a person, and no script of its own', async () => {
    const html = await get(`/${city}`)
    expect(html).toContain('<label for="question">')
    expect(html).toMatch(/<input id="question"[^>]* maxlength="2000"[^>]* enterkeyhint="send"/)
    expect(html.match(/<script[^>]*>/g)).toEqual(['<script type="module" src="/widget.js">'])
    expect(html).not.toMatch(/\sstyle="|\son\w+="/)
    expect(html).toContain('class="human"')
  })
})

describe('a question', () => {
  const [first] = cities
  const city = first?.id ?? ''

  it('is answered in an article with ways in, what we do not know, and sources that exist', async () => {
    const html = await ask(city, states.answer)
    const service = first?.services[first ? richest(first) : '']
    expect(html).toContain(`<h2>${service?.name.nl}</h2>`)
    expect(html).toContain('class="target"')
    expect(html).toContain('class="note"')
    const [source = ''] = attributes(html, 'href').filter((href) => href.startsWith('/bron/'))
    const [path = '', anchor] = source.split('#')
    expect(await get(path)).toContain(`id="${anchor}"`)
  })

  it('is said back, but never stands in an address', async () => {
    const html = await ask(city, `${states.outOfScope} mijn kanarie zingt vals`)
    expect(html).toContain('mijn kanarie zingt vals</q>')
    expect([...attributes(html, 'href'), ...attributes(html, 'action')].join()).not.toContain('kanarie')
    expect(html).not.toMatch(/<form(?![^>]*method="post")/)
  })

  it('may be sent again without harm, and is not kept by anyone on the way', async () => {
    const one = await post(app, `/${city}`, { question: states.answer })
    expect(one.headers.get('cache-control')).toBe('no-store')
    expect(withoutThreads(await one.text())).toBe(withoutThreads(await ask(city, states.answer)))
  })

  it('stays words, whatever is in it', async () => {
    const html = await ask(city, `${states.outOfScope} "><script>alert(1)</script><a href="javascript:x">`)
    expect(html).not.toContain('<script')
    expect(html).not.toContain('<a href="javascript')
    expect(html).toContain('&lt;script&gt;')
  })

  it('loses its personal data before it is said back', async () => {
    const html = await ask(city, `${states.outOfScope} mijn nummer is 85.07.30-033.28`)
    expect(html).not.toContain('033.28')
    expect(html).toContain('[…]')
  })

  it('gets a page in the language of the answer', async () => {
    const html = await ask(city, states.answer, 'en')
    expect(html).toContain('<html lang="en">')
    expect(html).toContain('<article id="answer" class="answer" lang="en"')
    expect(html).toContain('<details class="official">')
  })
})

describe('a question that must be asked back', () => {
  const [first, second] = cities
  const city = first?.id ?? ''

  it('offers pages as buttons; the one pressed is shown', async () => {
    const html = await ask(city, states.clarify)
    const choices = attributes(html.slice(html.indexOf('class="choices"')), 'value')
    const [service = ''] = Object.keys(first?.services ?? {})
    expect(choices).toContain(service)
    const shown = await (await post(app, `/${city}`, { choice: service, lang: 'nl' })).text()
    expect(shown).toContain(`<h2>${first?.services[service]?.name.nl}</h2>`)
  })

  it('sends "none of these" to the first line', async () => {
    const html = await (await post(app, `/${city}`, { choice: 'none', lang: 'nl' })).text()
    expect(html).toContain(first?.firstLine.name.nl ?? '?')
    expect(html).toContain('class="ways"')
  })

  it('goes on in another city with the same question', async () => {
    const html = await ask(city, states.city)
    const form = html.slice(html.indexOf(`action="/${second?.id}"`))
    expect(attributes(form, 'value')[0]).toBe(states.city)
  })

  it.each(['constructor/x', '__proto__', 'organisation:nergens/niets', 'x'.repeat(3000)])(
    'does not break on a choice that is none: %.30s',
    async (choice) => {
      const response = await post(app, `/${city}`, { choice })
      expect(response.status).toBe(200)
    },
  )
})

describe('special answers', () => {
  const [city] = cities

  it('shows a life event as an ordered list with pages to go on', async () => {
    const html = await ask(city?.id ?? '', states.event)
    expect(html).toContain('<ol class="steps"')
    expect(html.split('class="number"').length).toBeGreaterThan(2)
  })

  it.each(['nl', 'fr', 'en'] as const)(
    'answers danger with its lines to call and nothing around them: %s',
    async (lang) => {
      const html = await ask(city?.id ?? '', states.crisis, lang)
      for (const { number } of catalogue.crisis[0]?.lines[lang] ?? []) expect(html).toContain(`<b>${number}</b>`)
      expect(html).toContain('href="tel:112"')
      expect(html).toContain('class="notice"')
      expect(html).not.toMatch(/id="question"|class="examples"|class="sources"|class="asked"|<footer/)
    },
  )
})

describe('a question that cannot be taken', () => {
  const city = cities[0]?.id ?? ''

  it.each([
    ['nothing', '', 422],
    ['only spaces', 'question=+++', 422],
    ['2,001 characters', `question=${'a'.repeat(2001)}`, 422],
    ['bytes that are not UTF-8', 'question=%ff%fe', 422],
    ['a lone surrogate', 'question=%ED%A0%80', 422],
    ['more than 16 KB', `question=${'a'.repeat(17_000)}`, 413],
  ])('%s: says what is wrong, next to the field', async (_, body, status) => {
    const response = await postRaw(app, `/${city}`, body)
    expect(response.status).toBe(status)
    const html = await response.text()
    expect(html).toContain('id="question-error"')
    expect(html).toMatch(
      /<input id="question"[^>]* aria-invalid="true" aria-describedby="question-error question-hint" autofocus/,
    )
    expect(html).toMatch(/<title>(Fout|Fout · Erreur): /)
  })

  it('keeps what was too long, so that it can be shortened', async () => {
    expect(await ask(city, 'b'.repeat(2001))).toContain(`value="${'b'.repeat(2001)}"`)
  })
})

describe('languages', () => {
  it('opens a bilingual city in both languages, of equal weight, until one is chosen', async () => {
    if (!bilingual) return
    const html = await get(`/${bilingual.id}`)
    for (const lang of bilingual.languages.official) {
      const title = catalogue.messages['page.title']?.[lang === 'nl' ? bilingual.address : lang]
      expect(html).toContain(
        `<span class="tongue" lang="${lang}">${title?.replace('{city}', bilingual.name[lang] ?? '')}`,
      )
      expect(html.split(`<span class="tongue" lang="${lang}">`).length).toBe(
        html.split('<span class="tongue" lang="nl">').length,
      )
    }
    expect(html).not.toContain('aria-current')
    expect(await get(`/${bilingual.id}?lang=fr`)).not.toContain('class="tongue"')
  })

  it('always shows the switch; on an answer it keeps what is shown', async () => {
    for (const { id, languages } of cities) {
      for (const html of [await get(`/${id}`), await ask(id, states.answer), await ask(id, states.crisis)]) {
        const nav = html.slice(html.indexOf('class="languages"'), html.indexOf('</nav>'))
        expect(attributes(nav, 'lang').toSorted()).toEqual([...languages.official, ...languages.courtesy].toSorted())
      }
    }
  })

  it('does not speak a language that the city does not', async () => {
    expect(await get(`/${cities[0]?.id}?lang=xx`)).toContain('<html lang="nl">')
  })
})

it('reads the same without tags in a fixed order: title, notice, question', async () => {
  const words = wordsOf(await get(`/${cities[0]?.id}?lang=nl`))
  const at = ['page.title', 'automated', 'page.label', 'page.send', 'page.human'].map((name) =>
    words.indexOf(
      (catalogue.messages[name]?.[cities[0]?.address ?? 'u'] ?? '').replace('{city}', cities[0]?.name.nl ?? ''),
    ),
  )
  expect(at).toEqual(at.toSorted((a, b) => a - b))
  expect(at).not.toContain(-1)
})
