import type { IdentifierForm } from '../../../src/core/identifiers.ts'
import type { TextName } from './texts.ts'

export type Lang = 'nl' | 'fr' | 'en'

/** What the widget is told about a city, `/widget.json?city=…&lang=…&topic=…`: nothing of it stands in the script, which sites may pin. */
export type WidgetConfig = {
  city: string
  /** Languages shown now: one, or several of equal weight where the law wants that until the visitor has chosen. */
  langs: [Lang, ...Lang[]]
  /** All that may be chosen, each under its own name. */
  languages: { lang: Lang; name: string }[]
  texts: Partial<Record<Lang, Record<TextName, string>>>
  /** Questions to begin with. */
  examples: Partial<Record<Lang, string[]>>
  /** The city's colours and shape, as a style sheet of tokens. */
  theme: string
  /** The city's first line, for when we cannot help or cannot be reached. */
  phone: string | null
  /** Numbers that are public, so that repeating one is no personal data. */
  numbers: string[]
  /** How personal data is written that must not be sent. */
  forms: IdentifierForm[]
}
