import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isOpen, nextOpening, openState } from '../../../src/core/hours/open-state.ts'
import { isoOf, momentOf } from '../../../src/core/hours/wall-clock.ts'
import { placesOf } from './places.ts'

/** A line of the table: place, moment, and what must be said. */
const cases = readFileSync(new URL('./cases.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line) => line.split('; ') as [string, string, string])

const momentIn = (written: string): number =>
  written.includes('+') ? Date.parse(written) : momentOf(written.slice(0, 10), written.slice(11))

/** `09:30` on the day of the question, else with its day. */
function shown(moment: number, today: string): string {
  const iso = isoOf(moment).slice(0, 16)
  return iso.startsWith(today) ? iso.slice(11) : iso
}

const rule = (byAppointment: boolean): string => (byAppointment ? ' by appointment' : '')

/** A state in the words of the table. */
function said(name: string, written: string): string {
  const place = placesOf[name]
  if (!place) throw new Error(`no place ${name}`)
  const today = written.slice(0, 10)
  const state = openState(place, momentIn(written))
  if (state.is === 'unknown') return 'unknown'
  if (state.is === 'closed') {
    const { reason, wholeDay, next } = state
    const why = `${wholeDay ? ' all day' : ''}${reason ? ` (${reason.nl})` : ''}`
    const then = next ? `${isoOf(next.from).slice(0, 16)}${rule(next.byAppointment)}` : 'unknown'
    return `closed${why}, next ${then}`
  }
  const { until, byAppointment, latestArrival } = state
  if (until === null) return `open${rule(byAppointment)}`
  const last = latestArrival === null || latestArrival === until ? '' : `, latest ${shown(latestArrival, today)}`
  return `open until ${shown(until, today)}${rule(byAppointment)}${last}`
}

/** The end of today's opening stands in the table with its day or without. */
const plain = (line: string, today: string): string =>
  line.startsWith('open') ? line.replaceAll(`${today}T`, '') : line

describe('places and moments', () => {
  it('are at least 120', () => expect(cases.length).toBeGreaterThanOrEqual(120))

  it.each(cases)('%s at %s: %s', (name, written, expected) => {
    const today = written.slice(0, 10)
    expect(plain(said(name, written), today)).toBe(plain(expected, today))
  })
})

describe('the questions that others ask', () => {
  const place = placesOf.townHall as NonNullable<(typeof placesOf)[string]>

  it('is it open', () => {
    expect(isOpen(place, momentIn('2026-11-16T10:00'))).toBe(true)
    expect(isOpen(place, momentIn('2026-11-21T10:00'))).toBe(false)
  })

  it('what opens next, also while it is open', () => {
    const next = nextOpening(place, momentIn('2026-11-18T10:00'))
    expect(next && isoOf(next.from)).toBe('2026-11-18T14:00:00+01:00')
  })
})
