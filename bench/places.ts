import type { Catalogue, Channel } from '../src/core/catalogue.ts'
import type { Notice } from '../src/core/notice.ts'
import { takeTurn } from '../src/dialogue/turn.ts'
import type { World } from '../src/dialogue/world.ts'
import { giveHours, officeHours, worldWith } from '../test/fixtures/changed-world.ts'
import { median, quantile } from './boot/statistics.ts'
import { questionsOf } from './speed/questions.ts'

/**
 * `npm run bench:places`: what places, hours and notices cost in one answer. The same thousand questions, by turns in two
 * worlds: one where every counter of every city has fresh hours and a notice runs in each, and one that knows no place,
 * no hours and no notice. Ends with 1 when the difference of the medians is more than the goal.
 */
const goal = 0.2
const rounds = 7
const begins = Date.parse('2026-11-20T10:00:00+01:00')
/** A second later for each question: what is remembered of a moment serves that moment only. */
const momentOf = (question: number): string => new Date(begins + question * 1000).toISOString()

const notice: Notice = {
  id: 'bench-notice',
  from: '2026-11-19T08:00:00Z',
  until: '2026-11-28T17:00:00Z',
  text: { nl: 'Het computersysteem werkt niet.', fr: 'Le système ne fonctionne pas.' },
  services: [],
  locations: [],
  districts: [],
  closes: false,
}

const channelsOf = ({ cities }: Catalogue): Channel[] =>
  Object.values(cities).flatMap(({ services, organisations, firstLine }) =>
    [...Object.values(services), ...Object.values(organisations), firstLine].flatMap(({ channels }) => channels),
  )

const full = worldWith((catalogue) => {
  for (const city of Object.values(catalogue.cities)) {
    giveHours(city, 'counter', officeHours('2026-10'))
    city.notices = [notice]
  }
})

const bare = worldWith((catalogue) => {
  catalogue.places = {
    places: [],
    names: {},
    openings: {},
    postcodes: {},
    streets: {},
    public: [],
    ordinary: [],
    regions: {},
  }
  for (const channel of channelsOf(catalogue)) channel.hours = undefined
  for (const city of Object.values(catalogue.cities)) city.notices = []
})

const questions = questionsOf(process.cwd(), 1000)

/** The median of what one answer takes, in milliseconds. */
function once(world: World): number {
  const times = questions.map(({ text, city }, number) => {
    const at = momentOf(number)
    const begun = performance.now()
    takeTurn({ text, city }, world, at)
    return performance.now() - begun
  })
  return quantile(times, 0.5)
}

for (const world of [full, bare]) once(world)
const pairs = Array.from({ length: rounds }, () => ({ full: once(full), bare: once(bare) }))
const [withAll, without] = [median(pairs.map((pair) => pair.full)), median(pairs.map((pair) => pair.bare))]
const more = median(pairs.map((pair) => pair.full - pair.bare))
console.log(`one answer, p50 of ${questions.length} questions, median of ${rounds} rounds by turns`)
console.log(`  with places, hours and notices  ${withAll.toFixed(3)} ms`)
console.log(`  without any                     ${without.toFixed(3)} ms`)
console.log(`  more                            ${more.toFixed(3)} ms (goal: at most ${goal})`)
process.exitCode = more <= goal ? 0 : 1
