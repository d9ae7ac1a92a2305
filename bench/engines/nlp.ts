import { containerBootstrap } from '@nlpjs/core'
import { LangNl } from '@nlpjs/lang-nl'
import { Nlp } from '@nlpjs/nlp'
import type { Engine } from './engine.ts'

type Classified = { classifications: { intent: string; score: number }[] }
type Learner = {
  addLanguage: (language: string) => void
  addDocument: (language: string, text: string, intent: string) => void
  nluManager: { train: (settings: { log: boolean }) => Promise<void> }
  process: (language: string, text: string) => Promise<Classified>
}

/** nlp.js learns an intent a page from the same phrasings. That takes minutes with a hundred pages, so it is not done with more. */
export const nlp: Engine = {
  name: 'nlp.js',
  most: 126,
  build: async (documents) => {
    const container = await containerBootstrap()
    container.use(Nlp)
    container.use(LangNl)
    const learner = container.get('nlp') as Learner
    learner.addLanguage('nl')
    for (const { id, phrasings } of documents) for (const text of phrasings) learner.addDocument('nl', text, id)
    await learner.nluManager.train({ log: false })
    return async (text) => {
      const { classifications } = await learner.process('nl', text)
      return classifications.slice(0, 3).map(({ intent }) => intent)
    }
  },
}
