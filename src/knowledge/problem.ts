/** Something in `knowledge/` that an editor must mend. `message` is Dutch and says what to write. */
export type Problem = { file: string; field: string; message: string }

/** One report of all problems, grouped by file. */
export function report(problems: Problem[]): string {
  const byFile = Map.groupBy(problems, (problem) => problem.file)
  const blocks = [...byFile].map(([file, found]) =>
    [`knowledge/${file}`, ...found.map(({ field, message }) => `  ${field ? `${field}: ` : ''}${message}`)].join('\n'),
  )
  return blocks.join('\n\n')
}
