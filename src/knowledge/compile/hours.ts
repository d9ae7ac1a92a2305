import type * as z from 'zod'
import type { Fact } from '../../core/fact.ts'
import { type Closure, type OpeningHours, weekdays } from '../../core/hours/opening-hours.ts'
import { dayAfter, isoOf, momentOf } from '../../core/hours/wall-clock.ts'
import type * as schema from '../schema/hours.ts'

type HoursYaml = z.infer<typeof schema.openingHours>

const dutch = ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo']

/** Hours with the fact that dates them; without that fact there are none. */
export function compileHours(
  found: HoursYaml | undefined,
  factOf: (id: string) => Fact | undefined,
): OpeningHours | undefined {
  const fact = found && factOf(found.fact)
  if (!found || !fact) return undefined
  const { regular, special, onHolidays, lastEntry } = found
  return {
    fact,
    regular: regular.map(({ dayOfWeek, ...slot }) => ({
      ...slot,
      dayOfWeek: weekdays.filter((_, at) => dayOfWeek.some((day) => day === dutch[at])),
    })),
    special,
    onHolidays,
    lastEntry,
  }
}

/** Days as moments: from the beginning of the first until the end of the last; a minute ends when it begins. */
export function compileClosure({ from, through, reason }: z.infer<typeof schema.closure>): Closure {
  const moment = (written: string): number => {
    const [day = '', time = '00:00'] = written.split('T')
    return momentOf(day, time)
  }
  const until = through.includes('T') ? moment(through) : moment(dayAfter(through))
  return { from: isoOf(moment(from)), until: isoOf(until), reason }
}
