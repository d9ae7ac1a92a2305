import { writeFileSync } from 'node:fs'
import { encoderFile, encoderSchooling } from '../knowledge/compile/encoder-schooling.ts'
import { trainEncoder } from '../knowledge/encoder/train.ts'
import { packEncoder } from '../search/encoder/packed.ts'
import { questionSets, together } from './relevance/questions.ts'
import { linesOfQuestions } from './train/question-lines.ts'

/**
 * Learns the encoder from the content, and from questions that were held out until they were looked at, which takes some
 * minutes. What else is learned from questions learns from other ones: of these the encoder is surer than of new ones.
 */

const root = process.cwd()
const sets = ['dev-5', 'dev-6', 'dev-7', 'dev-8', 'dev-9', 'dev-10', 'dev-11', 'dev-12']
const { questions } = together(questionSets(root, sets))
const schooling = encoderSchooling(root, (knowledge) => linesOfQuestions(questions, knowledge))
console.log(`learning from ${schooling.lessons.length} lines, in some twenty minutes`)
const { encoder, rounding } = await trainEncoder(schooling, (line) => console.log(line))
const bytes = packEncoder(encoder, rounding)
writeFileSync(encoderFile(root), bytes)
console.log(`${bytes.length} bytes`)
