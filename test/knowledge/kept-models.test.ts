import { cpSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { allPhrasings } from '../../src/knowledge/compile/examples.ts'
import { keptModel } from '../../src/knowledge/compile/kept.ts'
import { type Keyed, keyedLessons } from '../../src/knowledge/compile/learn.ts'
import { compileSearch } from '../../src/knowledge/compile/search.ts'
import { readKnowledge } from '../../src/knowledge/read.ts'
import { packModel } from '../../src/search/linear/model.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'

const root = process.cwd()
const { knowledge } = readKnowledge(join(root, 'knowledge'))
const phrasings = allPhrasings(knowledge)
const lessons = keyedLessons(root, { knowledge, phrasings, search: compileSearch(knowledge, phrasings) })

describe('a model that is kept with the content', () => {
  it('is the very bytes that the content teaches', ({ skip }) => {
    const { name, key, train } = lessons.find((one) => one.name === 'language') as Keyed
    const kept = keptModel(root, name, key)
    // An editor changed the content: the build learned the models itself. `npm run train:models` keeps them anew.
    if (!kept) return skip('the content is newer than the models that are kept')
    expect(Buffer.from(packModel(train())).equals(Buffer.from(kept))).toBe(true)
  })

  it('is taken for its own content alone, and where it is there', () => {
    const copy = temporaryFolder()
    const kept = 'knowledge/common/learned'
    cpSync(join(root, kept), join(copy, kept), { recursive: true })
    writeFileSync(join(copy, kept, 'keys.json'), '{"language": "one key", "crisis": "another"}')
    rmSync(join(copy, kept, 'crisis.bin'))
    expect(keptModel(copy, 'language', 'one key')?.length).toBeGreaterThan(0)
    expect(keptModel(copy, 'language', 'another')).toBeNull()
    expect(keptModel(copy, 'intent', 'one key')).toBeNull()
    expect(keptModel(copy, 'crisis', 'another')).toBeNull()
    expect(keptModel(temporaryFolder(), 'language', 'one key')).toBeNull()
  })
})
