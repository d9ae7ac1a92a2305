import { describe, expect, it } from 'vitest'
import type { Answer } from '../../src/core/ask.ts'
import { assistantWith } from '../../src/dialogue/assistant.ts'
import { essence } from '../../src/knowledge/check/parity.ts'
import { moment, worldFixture } from '../fixtures/world.ts'

describe('what a text says beside its words', () => {
  it.each([
    ['maandag tot vrijdag, 8.30-12 uur en 13.15-16 uur', 'du lundi au vendredi, 8 h 30-12 h et 13 h 15-16 h'],
    ['vanaf 9 uur', 'from 9 a.m.'],
    ['tot 16.30 uur', 'until 4.30 p.m.'],
    ['12,50 euro', '12.50 euros'],
    ['zie https://www.stad.gent/nl/x', 'voir https://stad.gent/fr/y'],
    ['op de 1ste verdieping', 'au 1er étage'],
  ])('is the same in "%s" and "%s"', (one, other) => expect(essence(one)).toBe(essence(other)))

  it.each([
    ['25 euro', '26 euros'],
    ['vanaf 9 uur', 'from 9 p.m.'],
    ['8.30 uur', '8 h 45'],
    ['zie https://stad.gent/x', 'voir https://gent.be/x'],
    ['25 euro', 'gratuit'],
  ])('differs in "%s" and "%s"', (one, other) => expect(essence(one)).not.toBe(essence(other)))
})

describe('Jette in its two languages', () => {
  const { catalogue } = worldFixture()
  const assistant = assistantWith(worldFixture(), () => moment)
  const jette = catalogue.cities.jette
  const targets = [
    ...Object.keys(jette?.services ?? {}),
    ...Object.keys(jette?.organisations ?? {}).map((id) => `organisation:${id}`),
  ]

  /** Everything of an answer that is no sentence. */
  const facts = ({ channels, facts: shown, unknown, sources }: Answer) => ({
    channels: channels.map(
      ({ type, phone, email, url, address, byAppointment, stale, openNow, nextOpening, statedOn }) => ({
        type,
        phone,
        email,
        url: url && new URL(url).hostname,
        address: address && essence(address),
        byAppointment,
        stale,
        openNow,
        nextOpening,
        statedOn,
      }),
    ),
    facts: shown.map(({ kind, value, stale, statedOn }) => ({ kind, value: essence(value), stale, statedOn })),
    unknown,
    sources: sources.map(({ url, document, lines, statedOn }) => ({ url, document, lines, statedOn })),
  })
  const shown = (target: string, lang: 'nl' | 'fr') => assistant.show(target, { lang, city: 'jette' })

  it('has pages to compare', () => expect(targets.length).toBeGreaterThan(20))

  it.each(targets)('%s: no difference in facts', (target) => {
    const [nl, fr] = [shown(target, 'nl'), shown(target, 'fr')]
    expect(fr.answers.map(facts)).toEqual(nl.answers.map(facts))
    expect(fr.outcome).toBe(nl.outcome)
  })

  it.each(targets)('%s: written in both', (target) => {
    const [nl, fr] = [shown(target, 'nl'), shown(target, 'fr')]
    expect(nl.reply.text).not.toBe(fr.reply.text)
    expect(fr.lang).toBe('fr')
  })
})
