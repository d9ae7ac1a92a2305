/** What to do with a refusal, by its code alone: titles change, and the HTTP status of one code differs (contract §4). */

export type Refusal =
  /** Wait so long at least; `attempt` is the number of tries before. Null: the usual backoff. */
  | { do: 'retry'; wait: ((attempt: number) => number) | null }
  /** Never again in any form. */
  | { do: 'fail' }
  /** It would not take this form: once more in plain words. */
  | { do: 'simplify' }
  /** We may not send at all until somebody mends it. */
  | { do: 'hold' }

const seconds = (first: number, most: number) => (attempt: number) =>
  Math.min(first * 2 ** Math.min(attempt, 20), most) * 1000

const soon: Refusal = { do: 'retry', wait: null }
const fail: Refusal = { do: 'fail' }
const hold: Refusal = { do: 'hold' }
const simplify: Refusal = { do: 'simplify' }

const refusals = new Map<number, Refusal>([
  // To one person: at most a message in six seconds.
  [131056, { do: 'retry', wait: seconds(6, 600) }],
  // From this number, and below from this account or app: the more is waiting, the longer it takes. With some chance
  // in it, so that those who wait do not all come back together.
  [130429, { do: 'retry', wait: (attempt) => seconds(1, 300)(attempt) * (1 + Math.random()) }],
  [80007, { do: 'retry', wait: seconds(60, 3600) }],
  [4, { do: 'retry', wait: seconds(60, 3600) }],
  // Something of theirs is out of order for a moment.
  [131000, soon],
  [131016, soon],
  [1, soon],
  [2, soon],
  // More than 24 hours since the person wrote; cannot be reached; too much unwanted; a kind they do not take; an id
  // that needs a phone number beside it.
  [131047, fail],
  [131026, fail],
  [131048, fail],
  [131049, fail],
  [131051, fail],
  [131062, fail],
  // We send no media: what was refused is the form.
  [131052, simplify],
  [131053, simplify],
  [100, simplify],
  [131008, simplify],
  [131009, simplify],
  // Our token, our permissions, our account, our number: from here on as Meta lists them beside the contract's.
  [190, hold],
  [10, hold],
  [0, hold],
  [3, hold],
  [368, hold],
  [131031, hold],
  [131042, hold],
  [133010, hold],
])

/** An object that does not exist, or not for us: our number is wrong, and no other form would help. */
const unknownObject = 33

/** Null: a code that nobody told us about. */
export function refusalOf(code: number, subcode: number | null): Refusal | null {
  if (code === 100 && subcode === unknownObject) return hold
  if (code >= 200 && code <= 299) return hold
  return refusals.get(code) ?? null
}
