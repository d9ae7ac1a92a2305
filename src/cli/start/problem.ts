/** Something that keeps the local run from starting, told so that the reader can mend it: no stack is shown. */
export class StartProblem extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'StartProblem'
  }
}

/** Runs a command. A problem that we know ends it with its message alone; anything else is a bug, and shows its stack. */
export async function run(command: () => Promise<void>): Promise<void> {
  try {
    await command()
  } catch (error) {
    if (!(error instanceof StartProblem)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}
