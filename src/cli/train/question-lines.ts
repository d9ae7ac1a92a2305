import { labelsById } from '../../knowledge/compile/examples.ts'
import type { Lines } from '../../knowledge/encoder/lessons.ts'
import type { Knowledge } from '../../knowledge/read.ts'
import type { Question } from '../relevance/judge.ts'

/**
 * Questions as lines of content that tell what their asker wants. Of a question that several things answer the first is
 * told, of one that is to be asked back none. Danger of no kind is left out.
 */
export function linesOfQuestions(questions: Question[], knowledge: Knowledge): Lines {
  const labels = labelsById(knowledge)
  const lines: Lines = { phrasings: [], crisis: {}, lookalikes: [], askedFacts: {}, contactTypes: {}, outside: [] }
  const add = (list: Record<string, string[]>, label: string, text: string): void => {
    list[label] = [...(list[label] ?? []), text]
  }
  for (const { text, lang: language, city, expected, outcome, tags, set, asks } of questions) {
    if (outcome === 'crisis') {
      const kind = knowledge.crisis?.kinds.find(({ id }) => tags.includes(`kind:${id}`))
      if (kind) add(lines.crisis, kind.id, text)
      continue
    }
    if (set === 'crisis_lookalikes') lines.lookalikes.push(text)
    const [label, ...others] = new Set(expected.flatMap((id) => labels.get(id) ?? []))
    if (outcome === 'clarify' && others.length > 0) continue
    const isFact = tags.includes('group:fact')
    if (label) lines.phrasings.push({ text, label, language, voice: 'gewoon', city })
    if (outcome === 'abstain' && expected.length === 0 && !isFact) lines.outside.push(text)
    for (const kind of asks ?? []) add(lines.askedFacts, kind, text)
    if (label && asks?.length === 0 && !isFact) add(lines.askedFacts, 'none', text)
  }
  return lines
}
