/** Something that keeps the local run from starting, told so that the reader can mend it: no stack is shown. */
export class StartProblem extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'StartProblem'
  }
}
