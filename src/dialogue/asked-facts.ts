import { features } from '../search/linear/features.ts'
import { score, softmax } from '../search/linear/model.ts'
import type { World } from './world.ts'

/** Share from which a message asks for a kind of fact, whatever the vocabulary makes of it. */
const likely = 0.7
/** Share for what a good answer tells anyway, or that many words only seem to ask for. */
const told: Partial<Record<string, number>> = { documents: 0.9, term: 0.9, address: 0.9, person: 0.9 }

/** Kinds of fact that a message asks for by the sentences that we were taught; most ask for none. */
export function askedFacts(text: string, { askedFact, search }: World): Set<string> {
  const shares = softmax(score(askedFact, features(search.analyse(text))))
  return new Set(
    askedFact.labels.filter((label, at) => label !== 'none' && (shares[at] as number) >= (told[label] ?? likely)),
  )
}
