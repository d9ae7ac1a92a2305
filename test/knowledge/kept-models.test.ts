import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { allPhrasings } from '../../src/knowledge/compile/examples.ts'
import { keptModel } from '../../src/knowledge/compile/kept.ts'
import { type Keyed, keyedLessons, modelNames } from '../../src/knowledge/compile/learn.ts'
import { compileSearch } from '../../src/knowledge/compile/search.ts'
import { readKnowledge } from '../../src/knowledge/read.ts'
import { packModel } from '../../src/search/linear/model.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'

const root = process.cwd()
const { knowledge } = readKnowledge(join(root, 'knowledge'))
const phrasings = allPhrasings(knowledge)
const lessons = keyedLessons(root, { knowledge, phrasings, search: compileSearch(knowledge, phrasings) })

const folder = 'knowledge/common/learned'
const kept = JSON.parse(readFileSync(join(root, folder, 'keys.json'), 'utf8')) as Record<
  'language' | 'crisis',
  { key: string }
>

describe('a model that is kept with the content', () => {
  it('is the very bytes that the content teaches', ({ skip }) => {
    const { name, key, train } = lessons.find((one) => one.name === 'language') as Keyed
    const model = keptModel(root, name, key)
    // After an editor's change the build learns by itself; `npm run train:models` keeps the models anew.
    if (!model) return skip('the content is newer than the models that are kept') // nothing was kept of it to compare
    expect(Buffer.from(packModel(train())).equals(Buffer.from(model))).toBe(true)
  })

  it('is one of those that a build learns', () => {
    expect(lessons.map(({ name }) => name).sort()).toEqual(modelNames.toSorted())
    expect(Object.keys(kept).sort()).toEqual(modelNames.toSorted())
  })

  it.each(modelNames)('is whole: %s', (name) => {
    const { key } = (kept as Record<string, { key: string }>)[name] as { key: string }
    expect(keptModel(root, name, key)?.length).toBeGreaterThan(0)
  })

  it('is not taken for other content, nor with other bytes, nor from a list that cannot be read', () => {
    const copy = temporaryFolder()
    cpSync(join(root, folder), join(copy, folder), { recursive: true })
    const { key } = kept.language
    expect(keptModel(copy, 'language', key)?.length).toBeGreaterThan(0)
    expect(keptModel(copy, 'language', 'another')).toBeNull()
    expect(keptModel(temporaryFolder(), 'language', key)).toBeNull()
    cpSync(join(copy, folder, 'crisis.bin'), join(copy, folder, 'language.bin'))
    expect(keptModel(copy, 'language', key)).toBeNull()
    writeFileSync(join(copy, folder, 'keys.json'), '<<<<<<< ours')
    expect(keptModel(copy, 'crisis', kept.crisis.key)).toBeNull()
  })
})
