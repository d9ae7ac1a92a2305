import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isWritten, type Language } from '../core/language.ts'
import { allPhrasings } from '../knowledge/compile/examples.ts'
import { readKnowledge } from '../knowledge/read.ts'
import { voices } from '../knowledge/schema/phrasings.ts'
import { questionSets } from './relevance/questions.ts'
import { learn } from './train/logistic.ts'
import { questionSamples } from './train/question-samples.ts'
import { rightWithoutVoice } from './train/unseen-voice.ts'
import { compiledWorld } from './world.ts'

/**
 * Learns the weights of the confidence from the questions that we tune on, which nobody wrote as content, and writes them
 * to `src/dialogue/confidence.json`. With `--voices` it also tells what each voice of the content is worth (minutes).
 */

const root = process.cwd()
const world = await compiledWorld()
const samples = questionSets(root, ['dev*']).flatMap(({ questions }) => questionSamples(questions, world))
const learned = learn(samples)
writeFileSync(join(root, 'src/dialogue/confidence.json'), `${JSON.stringify(learned, null, 2)}\n`)
console.log(`learned from ${samples.length} questions:`, learned)

if (process.argv.includes('--voices')) {
  const { knowledge } = readKnowledge(join(root, 'knowledge'))
  // A further language stands in one voice only: leaving that out would teach doubt of whole languages.
  const phrasings = allPhrasings(knowledge).filter(({ language }) => isWritten(language as Language))
  for (const voice of voices) {
    const right = rightWithoutVoice(knowledge, phrasings, voice, world.catalogue)
    console.log(`without the voice "${voice}": ${(100 * right).toFixed(1)} % right`)
  }
}
