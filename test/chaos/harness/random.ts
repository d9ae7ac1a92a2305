/** Numbers that look random and are the same for the same seed, from 0 up to 1. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const questions = [
  'Ik ben verhuisd, wat moet ik doen?',
  'Mijn rijbewijs is gestolen op de tram',
  'Waar kan ik een trouwdatum vastleggen?',
  'identiteitskaart vervallen',
  'kheb een boete gekregen, waar moek zijn',
  'Hoe geef ik de geboorte van mijn kind aan?',
  'Waar vraag ik een uittreksel uit het strafregister?',
  'Er ligt sluikstort in mijn straat',
]

/** A question that differs from all others of its conversation. */
export const question = (turn: number): string => `${questions[turn % questions.length]} (vraag ${turn + 1})`
