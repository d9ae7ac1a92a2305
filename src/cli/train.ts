import { questionSets } from './relevance/questions.ts'
import { keepLearned } from './train/keep.ts'
import { questionSamples } from './train/question-samples.ts'
import { compiledWorld } from './world.ts'

/**
 * Learns the weights of the confidence from the questions that we tune on, which nobody wrote as content, and writes them
 * to `src/dialogue/confidence.json`.
 */

const root = process.cwd()
const world = await compiledWorld()
/** Those it learns from: none that the encoder has learned. Later sets still tell how well it learned. */
const sets = ['dev', 'dev-2', 'dev-3', 'dev-4']

const samples = questionSets(root, sets).flatMap(({ questions }) => questionSamples(questions, world))
keepLearned(root, 'src/dialogue/confidence.json', samples)
