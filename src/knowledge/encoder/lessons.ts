import { isWritten, type Language } from '../../core/language.ts'
import type { Task } from '../../search/encoder/encoder.ts'
import type { Phrasing } from '../compile/examples.ts'
import { orderLabels, rivalsByCity } from '../train/competition.ts'

/** A line, and what each task has to tell of it: label and weight. */
export type Lesson = { text: string; told: Map<Task, { label: string; weight: number }> }

export type Lines = {
  phrasings: Phrasing[]
  /** Crisis kind → lines; what only sounds like one. */
  crisis: Record<string, string[]>
  lookalikes: string[]
  askedFacts: Record<string, string[]>
  contactTypes: Record<string, string[]>
  outside: string[]
}

const none = 'none'

/** How much a line weighs in each task: what is rare and matters weighs more. */
const weights = { crisis: 1.4, lookalike: 1.5, outside: 7, asked: 2, contactType: 0.7, asking: 0.5, further: 0.6 }

/** Lines by their text: what one list holds says something to other tasks too. */
export function lessonsFrom({ phrasings, crisis, lookalikes, askedFacts, contactTypes, outside }: Lines): Lesson[] {
  const lessons = new Map<string, Lesson>()
  const tell = (text: string, task: Task, label: string, weight = 1): void => {
    const lesson = lessons.get(text) ?? { text, told: new Map() }
    if (!lesson.told.has(task)) lesson.told.set(task, { label, weight })
    lessons.set(text, lesson)
  }
  for (const [kind, lines] of Object.entries(crisis))
    for (const text of lines) tell(text, 'crisis', kind, weights.crisis)
  for (const text of lookalikes) tell(text, 'crisis', none, weights.lookalike)
  for (const { text, label, language } of phrasings) {
    const beyond = label.startsWith('none:')
    tell(text, 'intent', label, isWritten(language as Language) ? 1 : weights.further)
    tell(text, 'outside', beyond ? 'outside' : 'ours', beyond ? weights.outside : 1)
  }
  for (const text of outside) tell(text, 'outside', 'outside', weights.outside)
  for (const [label, lines] of Object.entries(askedFacts))
    for (const text of lines) tell(text, 'asked-fact', label, label === none ? 1 : weights.asked)
  for (const [label, lines] of Object.entries(contactTypes))
    for (const text of lines) {
      tell(text, 'contact-type', label, weights.contactType)
      if (label !== 'information') tell(text, 'asked-fact', none)
    }
  const asking = Object.entries(askedFacts).flatMap(([label, lines]) => (label === none ? [] : lines))
  for (const text of asking) tell(text, 'contact-type', 'information', weights.asking)
  for (const text of [...Object.values(askedFacts), ...Object.values(contactTypes)].flat())
    tell(text, 'outside', 'ours')
  const inDanger = new Set(Object.values(crisis).flat())
  for (const text of [...lessons.keys()]) if (!inDanger.has(text)) tell(text, 'crisis', none)
  return [...lessons.values()]
}

/** Labels of every task in a fixed order, and for each label of pages what competes with it, by city. */
export function labelsOf(
  lessons: Lesson[],
  cities: Record<string, string[]>,
): { labels: Map<Task, string[]>; rivals: Map<string, Uint8Array[]> } {
  const told = (task: Task): { label: string }[] => lessons.flatMap((lesson) => lesson.told.get(task) ?? [])
  const competition = { cities, aside: (label: string) => label.startsWith('organisation:') }
  const { labels: pages, shared } = orderLabels(told('intent'), competition)
  const among = (further: Uint16Array): Uint8Array => {
    const found = new Uint8Array(pages.length)
    found.fill(1, 0, shared)
    for (const at of further) found[at] = 1
    return found
  }
  const rivals = [...rivalsByCity(pages, shared, competition)].map(([label, sets]): [string, Uint8Array[]] => [
    label,
    sets.map(among),
  ])
  const sorted = (task: Task): [Task, string[]] => [task, [...new Set(told(task).map(({ label }) => label))].sort()]
  const others = (['crisis', 'asked-fact', 'contact-type', 'outside'] as const).map(sorted)
  return { labels: new Map<Task, string[]>([['intent', pages], ...others]), rivals: new Map(rivals) }
}
