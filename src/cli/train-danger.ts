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
/** Many messages without danger, and a few with it: none that the encoder has learned, for of those it is surer. */
const sets = ['dev', 'dev-2', 'dev-3', 'dev-4', 'dev-13', 'dev-14']

keepLearned(root, 'src/dialogue/danger/danger.json', [
  ...dangerSamples(root, files, world),
  ...questionSets(root, sets).flatMap(({ questions }) => dangerOfQuestions(questions, world)),
])
