import type { Texts } from './language.ts'

/** What is known of how accessible the pages and the widget are, as `docs/accessibility/` records it. */
export type Accessibility = {
  /** The newest assessment by people. Null: nobody has assessed it, whatever programs found. */
  record: AssessmentRecord | null
  /** What programs found; never an assessment. */
  automated: AutomatedCheck | null
}

export type AssessmentRecord = {
  /** ISO day on which people finished. */
  date: string
  /** The organisation that tested. */
  by: string
  conformance: 'full' | 'partial' | 'none'
  /** What does not meet the standard, for readers. */
  failures: Texts[]
}

export type AutomatedCheck = { date: string; tool: string; cases: number; violations: number }

export const notAssessed: Accessibility = { record: null, automated: null }
