import { ContentError, compile } from '../../knowledge/compile/compile.ts'
import { StartProblem } from './problem.ts'

/** Compiles `knowledge/` when it changed. @throws {StartProblem} with what editors have to mend: nothing runs on wrong content. */
export function compileContent(root: string): void {
  try {
    compile(root, (line) => console.log(line))
  } catch (error) {
    if (!(error instanceof ContentError)) throw error
    throw new StartProblem(error.message)
  }
}
