import { describe, expect, it } from 'vitest'
import type { PublishedFigures } from '../../src/core/figures.ts'
import { createApp } from '../../src/http/app.ts'
import { figuresFixture } from '../fixtures/figures.ts'
import { partsFixture, worldFixture } from '../fixtures/world.ts'

const { catalogue } = worldFixture()
const cities = Object.values(catalogue.cities)
const [dutch] = cities.filter(({ languages }) => languages.unknown === 'first').map(({ id }) => id)
const [bilingual] = cities.filter(({ languages }) => languages.unknown === 'all-official').map(({ id }) => id)
const figures = figuresFixture(catalogue)

const open = async (path: string, shown: PublishedFigures | null = figures): Promise<string> =>
  (await createApp(partsFixture({ figures: shown })).request(path)).text()
/** What a reader sees, on one line. */
const read = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/\s+/g, ' ')

describe('/{city}/cijfers', () => {
  it('tells when it was measured, on how many questions, and what came of them', async () => {
    const text = read(await open(`/${dutch}/cijfers`))
    expect(text).toContain('Op 20 november 2026 kreeg dit programma 200 vragen')
    expect(text).toContain('97 % Meteen juist')
    expect(text).toContain('Alle gemeenten 200 97 % 2 % 1 % 1 % 25 %')
    expect(text).toContain('Frans 50 88 %')
    expect(text).toContain('Identiteit en reizen 60 90 %')
    expect(text).toContain('30 vragen waar geen gemeente bij helpt. Bij 27 daarvan')
    expect(text).toContain('npm run relevance -- --set dev --set dev-2 --together')
  })

  it('shows the city whose page it is, and no other', async () => {
    const html = await open(`/${dutch}/cijfers`)
    const rows = [...html.matchAll(/<th role="rowheader" scope="row">([^<]+)<\/th>/g)].map(([, name]) => name)
    const names = cities.map(({ name }) => name.nl).filter((name) => rows.includes(name))
    expect(names).toEqual([catalogue.cities[dutch ?? '']?.name.nl])
  })

  it('does not hide that questions were tuned on, nor that the content changed since', async () => {
    const tuned = catalogue.messages['page.figures.seen']?.u ?? ''
    const changed = catalogue.messages['page.figures.changed']?.u ?? ''
    const unseen = catalogue.messages['page.figures.unseen']?.u ?? ''
    const seen = read(await open(`/${dutch}/cijfers`))
    expect([seen.includes(tuned), seen.includes(unseen), seen.includes(changed)]).toEqual([true, false, false])
    const fresh = read(await open(`/${dutch}/cijfers`, { ...figures, unseen: true, content: 'older' }))
    expect([fresh.includes(tuned), fresh.includes(unseen), fresh.includes(changed)]).toEqual([false, true, true])
  })

  it('speaks every official language until the reader has chosen', async () => {
    const both = read(await open(`/${bilingual}/cijfers`))
    expect(both).toContain('Hoe vaak klopt het antwoord?')
    expect(both).toContain('La réponse est-elle souvent la bonne ?')
    const french = read(await open(`/${bilingual}/cijfers?lang=fr`))
    expect(french).toContain('Le 20 novembre 2026')
    expect(french).not.toContain('Hoe vaak')
  })

  it('calls a theme that has no name by its own', async () => {
    expect(read(await open(`/${dutch}/cijfers`))).toContain('Nieuw-thema 20')
  })

  it('says so when nothing was measured', async () => {
    expect(read(await open(`/${dutch}/cijfers`, null))).toContain('Er is nog niets gemeten.')
  })
})
