import { questionSets } from './relevance/questions.ts'
import { dangerOfQuestions, dangerSamples } from './train/danger-samples.ts'
import { keepLearned } from './train/keep.ts'
import { compiledWorld } from './world.ts'

/**
 * Learns what makes danger likely from messages and questions that we tune on, and writes it to
 * `src/dialogue/danger/danger.json`. It leans on the confidence: that is learned first.
 */

const root = process.cwd()
const world = await compiledWorld()
const files = [
  'danger-tuning.jsonl',
  'danger-tuning-2.jsonl',
  'danger-tuning-3.jsonl',
  'talk-tuning.jsonl',
  'contact-types-tuning.jsonl',
  'contact-types-tuning-2.jsonl',
]
/** Many messages without danger, and a few with it. */
const sets = ['dev', ...[2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((number) => `dev-${number}`)]

keepLearned(root, 'src/dialogue/danger/danger.json', [
  ...dangerSamples(root, files, world),
  ...questionSets(root, sets).flatMap(({ questions }) => dangerOfQuestions(questions, world)),
])
