import type { Analysis } from '../analysis/analyse.ts'
import { wordsIn } from '../analysis/lists.ts'
import type { Vocabulary } from '../analysis/vocabulary.ts'

/** Words of the lists that are written otherwise than the one term that they come to. */
export function formsIn(
  { irregular, spelling }: Vocabulary,
  analyse: (text: string) => Analysis,
): [written: string, term: string][] {
  return [irregular, spelling].flatMap(wordsIn).flatMap((word): [string, string][] => {
    const [term, ...others] = analyse(word).terms.filter((one) => !one.startsWith('='))
    return term === undefined || others.length > 0 || term === word ? [] : [[word, term]]
  })
}
