/** A proof that takes long, in rounds: each can be the last, and the next start goes on after it. */
export type Part<Sum = unknown> = {
  rounds: number
  /** What is asked, in a line of the published figures. */
  asked: string
  run(round: number): Promise<Sum>
  add(one: Sum, other: Sum): Sum
  holds(sum: Sum): boolean
  /** What was measured, in a line. */
  measured(sum: Sum): string
  /** After the last round. */
  finish?(sum: Sum): Promise<void>
}

/** Adds numbers of the same name, also further in. */
export function summed<T>(one: T, other: T): T {
  if (typeof one === 'number') return (one + Number(other)) as T
  if (typeof one !== 'object' || one === null) return other
  const names = new Set([...Object.keys(one), ...Object.keys(other as object)])
  const at = (of: T, name: string): unknown => (of as Record<string, unknown>)[name]
  return Object.fromEntries(
    [...names].map((name) => [
      name,
      name in one && name in (other as object)
        ? summed(at(one, name), at(other, name))
        : (at(one, name) ?? at(other, name)),
    ]),
  ) as T
}
