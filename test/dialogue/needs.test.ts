import { describe, expect, it } from 'vitest'
import { takeTurn } from '../../src/dialogue/turn.ts'
import { moment, worldFixture } from '../fixtures/world.ts'

const pages = (text: string): (string | null)[] =>
  takeTurn({ text, city: 'gent' }, worldFixture(), moment).answers.map(({ service }) => service)

describe('a message with several sentences', () => {
  it('gets an answer to each need, in the order in which they were told', () => {
    expect(pages('Ik wil mijn adres wijzigen en mijn reispas vernieuwen')).toEqual([
      'gent/adreswijziging',
      'gent/reispas',
    ])
  })

  it('gets the page of a life event beside another need', () => {
    expect(pages('Ik ga verhuizen en ik heb ook een reispas nodig')).toEqual(['gent/adreswijziging', 'gent/reispas'])
  })

  it('gets none to a sentence that only leans on the other', () => {
    expect(pages('Waar kan ik dat doen? Ik wil een leefstraat organiseren')).toEqual(['gent/leefstraat'])
  })
})

describe('a body of which several cities have one', () => {
  it('is asked about when no city is known', () => {
    const { outcome, reply } = takeTurn({ text: 'Hoe bereik ik het secretariaat?', city: null }, worldFixture(), moment)
    expect(outcome).toBe('clarifying.city')
    expect(reply.choices.map(({ id }) => id)).toEqual(expect.arrayContaining(['jette', 'leuven', 'maldegem']))
  })
})

describe('a question that names two bodies', () => {
  it('is about what either of them would do', () => {
    expect(pages('Doet Protocol of Burgerzaken de huwelijksceremonie?')).toEqual(['gent/huwelijksceremonie'])
    expect(pages('Wie doet huisnummers, Identiteit en Adres of Publiekszaken?')).toEqual(['gent/huisnummering'])
  })

  // Since the encoder was learned anew (decision 0092) one of the two bodies is named.
  it.fails('is about that too when it is asked who arranges it', () => {
    expect(pages('Wie regelt de ceremonie van een huwelijk, Dienst Protocol of Burgerzaken?')).toEqual([
      'gent/huwelijksceremonie',
    ])
  })
})

describe('an expression of several meanings', () => {
  it('is asked about in a story too, when the rest of it does not tell which', () => {
    const text =
      'Mijn buurman van 85 vroeg mij iets. Hij wil zijn laatste wil laten noteren. Waar kan hij daarvoor terecht?'
    expect(takeTurn({ text, city: 'gent' }, worldFixture(), moment).outcome).toBe('clarifying.service')
  })

  it('is not asked about when the message is surely about another page', () => {
    expect(pages('Iemand sloot met een kopie van mijn pas een lening af, en dat moet de stad weten')).toEqual([
      'gent/identiteitsfraude',
    ])
  })
})

describe('a neighbourhood that two cities have', () => {
  it('is that of the city in which is asked', () => {
    expect(pages('Ik woon op het Zuid en wil trouwen')).toContain('gent/huwelijksaangifte')
    const { city } = takeTurn({ text: 'Ik woon op het Zuid en wil trouwen', city: 'antwerpen' }, worldFixture(), moment)
    expect(city).toBe('antwerpen')
  })
})

describe('a neighbourhood whose name any city may use', () => {
  it.each(['de binnenstad', 'de stationsbuurt'])('leads nobody to another city: %s', (name) => {
    const { city } = takeTurn(
      { text: `Wat besliste de raad over het verkeer in ${name}?`, city: 'leuven' },
      worldFixture(),
      moment,
    )
    expect(city).toBe('leuven')
  })
})
