import { takeTurn } from '../../dialogue/turn.ts'
import type { World } from '../../dialogue/world.ts'
import { judge, type Question } from './judge.ts'
import { moment } from './lines.ts'
import { isHeldOut } from './questions.ts'

/** Each question that was not right at once, with what came instead; nobody may read a held-out one, so of those the id. */
export function missedLines(set: string, questions: Question[], world: World): string[] {
  return questions.flatMap((question) => {
    const answer = takeTurn({ text: question.text, city: question.city }, world, moment)
    if (judge(question, answer, world.catalogue).atOnce) return []
    const found = [...answer.services, ...answer.organisations].map(({ id, score }) => `${id} ${score}`).join(', ')
    const words = isHeldOut(set) ? '' : ` :: ${question.text}`
    return `${question.id} [${question.city}] wants ${question.outcome} ${question.expected.join('/')}; got ${answer.outcome} ${answer.confidence}: ${found}${words}`
  })
}
