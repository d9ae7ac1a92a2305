import type * as z from 'zod'
import type * as cities from '../../../src/knowledge/schema/city.ts'
import { type Break, broken } from './breaking.ts'

type City = z.input<typeof cities.city>

const colours = (
  what: string,
  city: string,
  field: keyof City['theme'],
  says: RegExp,
  value: Partial<City['theme']>,
): Break =>
  broken<City>(what, `${city}/city.yaml`, `theme.${field}`, says, ({ theme }) => {
    Object.assign(theme, value)
  })

/** Colours that somebody cannot read, with the pair, the ratio and one that would do. */
export const colour: Break[] = [
  colours(
    'white on a bright cyan',
    'gent',
    'onAccent',
    /#009de0, heeft contrast 3,04; nodig is 4,5\. Probeer #292929, of als ondergrond #00/,
    {
      accent: '#009de0',
    },
  ),
  colours(
    'yellow as text',
    'leuven',
    'accentText',
    /#ffe615 op #ffffff, heeft contrast 1,2\d*; nodig is 4,5\. Probeer #/,
    { accentText: '#ffe615' },
  ),
  colours('a button that is not seen', 'maldegem', 'accent', /een knop in het accent op wit, #f4f6f8/, {
    accent: '#f4f6f8',
    onAccent: '#1b1f24',
  }),
]
