/** What is made when it is first asked for, and then kept: a start makes only what its first question needs. */
export function once<Made>(make: () => Made): () => Made {
  let made: { value: Made } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
