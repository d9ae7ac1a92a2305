import { writeFileSync } from 'node:fs'
import { encoderFile, encoderSchooling } from '../knowledge/compile/encoder-schooling.ts'
import { trainEncoder } from '../knowledge/encoder/train.ts'
import { packEncoder } from '../search/encoder/packed.ts'

/** Learns the encoder from the content, which takes some minutes. */

const root = process.cwd()
const schooling = encoderSchooling(root)
console.log(`learning from ${schooling.lessons.length} lines, in some twenty-five minutes`)
const { encoder, rounding } = trainEncoder(schooling, (line) => console.log(line))
const bytes = packEncoder(encoder, rounding)
writeFileSync(encoderFile(root), bytes)
console.log(`${bytes.length} bytes`)
