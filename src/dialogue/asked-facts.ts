import { features } from '../search/linear/features.ts'
import { softmax } from '../search/linear/model.ts'
import { told } from '../search/told.ts'
import type { World } from './world.ts'

/** Share of all kinds together from which a message asks for one, whatever the vocabulary makes of it, and share of that kind. */
const some = 0.85
const likely = 0.45
/** Share for what a good answer tells anyway, or that many words only seem to ask for; papers always need it. */
const sure: Partial<Record<string, number>> = { documents: 0.9, term: 0.9, address: 0.9, person: 0.9 }
/** Share of all kinds together from which it is only left to tell which. */
const surely = 0.95

/** Kinds of fact that a message asks for by the sentences that we were taught; most ask for none. */
export function askedFacts(text: string, { askedFact, search }: World): Set<string> {
  const shares = softmax(told('asked-fact', text, search, askedFact, features(search.analyse(text))))
  const none = shares[askedFact.labels.indexOf('none')] ?? 0
  if (1 - none < some) return new Set()
  const enough = (label: string): number =>
    label !== 'documents' && 1 - none >= surely ? likely : (sure[label] ?? likely)
  return new Set(askedFact.labels.filter((label, at) => label !== 'none' && (shares[at] as number) >= enough(label)))
}
