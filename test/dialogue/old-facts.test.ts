import { describe, expect, it } from 'vitest'
import { takeTurn } from '../../src/dialogue/turn.ts'
import { moment, worldFixture } from '../fixtures/world.ts'

const ask = (text: string, city: string, now = moment) => takeTurn({ text, city }, worldFixture(), now).answers[0]

/** Contract of `ask`: a fact that is held only stale is named in `unknown`, and the reply says so. */
describe('a number or an address that nobody confirmed for years', () => {
  it('is shown with its date when it is asked for, and not as known', () => {
    const answer = ask('Wat is het telefoonnummer van Gentinfo?', 'gent')
    expect(answer?.unknown).toEqual(['phone'])
    expect(answer?.channels.find(({ phone }) => phone)).toMatchObject({ statedOn: '2024-06', stale: true })
    expect(answer?.text).toContain('Het telefoonnummer hieronder is van juni 2024. Ik weet niet of het nog klopt.')
  })

  it('is known as long as its page is recent', () => {
    const answer = ask('Wat is het telefoonnummer van Gentinfo?', 'gent', '2024-09-02T10:00:00+02:00')
    expect(answer?.unknown).toEqual([])
    expect(answer?.text).not.toContain('Ik weet niet')
  })

  it('is told to have no date when it has none', () => {
    expect(ask('Wat is het telefoonnummer om een nieuwe identiteitskaart aan te vragen?', 'leuven')?.text).toContain(
      'Het telefoonnummer hieronder heeft geen datum.',
    )
  })

  it('is not spoken of when nobody asks for it', () => {
    expect(ask('Wat doet Gentinfo?', 'gent')?.unknown).toEqual([])
  })

  it('is admitted in the other languages too', () => {
    expect(ask('À quelle adresse se trouve la maison communale ?', 'jette')?.unknown).toEqual(['address'])
    expect(ask('What is the phone number of Gentinfo?', 'gent')?.text).toContain('The number below is of June 2024.')
  })
})

describe('a question for a fact', () => {
  it('is about what it names, not about what its asking looks like ("open" is not the Open Huis)', () => {
    expect(ask('leeszaal zaterdag open?', 'gent')?.service).toBe('gent/archief')
  })

  // Since more lines ask for numbers of all kinds (0085): of these two words neither names the page for sure. Fails here when it is mended.
  it.fails('is not about the number of a company when it asks for a phone number', () => {
    expect(ask('vreemdelingenloket telefoonnummer', 'gent')?.service).toBe('gent/loket-of-infopunt-migratie')
  })
})
