import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isWritten, type Language } from '../core/language.ts'
import { allPhrasings } from '../knowledge/compile/examples.ts'
import { readKnowledge } from '../knowledge/read.ts'
import { voices } from '../knowledge/schema/phrasings.ts'
import { learn } from './train/logistic.ts'
import { unseenVoiceSamples } from './train/samples.ts'
import { compiledWorld } from './world.ts'

/** Learns the weights of the confidence from our own content, and writes them to `src/dialogue/confidence.json`. */

const root = process.cwd()
const { catalogue } = await compiledWorld()
const { knowledge } = readKnowledge(join(root, 'knowledge'))
// A further language stands in one voice only: leaving that out would teach doubt of whole languages.
const phrasings = allPhrasings(knowledge).filter(({ language }) => isWritten(language as Language))
const samples = voices.flatMap((voice) => {
  const found = unseenVoiceSamples(knowledge, phrasings, voice, catalogue)
  console.log(`without the voice "${voice}": ${(100 * found.right).toFixed(1)} % of ${found.samples.length} right`)
  return found.samples
})
const learned = learn(samples)
writeFileSync(join(root, 'src/dialogue/confidence.json'), `${JSON.stringify(learned, null, 2)}\n`)
console.log(`learned from ${samples.length} matches:`, learned)
