import { type UnknownKind, unknownKinds } from '../core/unknown-kinds.ts'
import { features } from '../search/linear/features.ts'
import { softmax } from '../search/linear/model.ts'
import { told } from '../search/told.ts'
import type { World } from './world.ts'

/** Share of all kinds together from which a message asks for one, whatever the vocabulary makes of it, and share of that kind. */
const some = 0.8
const likely = 0.45
/** Share for what a good answer tells anyway, or that many words only seem to ask for; papers need it unless surely some fact is asked and nothing is likelier. */
const sure: Partial<Record<string, number>> = { documents: 0.9, term: 0.9, address: 0.9, person: 0.9 }
/** Share of all kinds together from which it is only left to tell which. */
const surely = 0.9

/** Label of what no page tells and no kind names: an age, a room, an account number, how many fit in. */
const detail = 'detail'

/** Kinds of fact that a message asks for, and the nearest kind of a detail that it asks for; most ask for none. */
export type AskedFacts = { kinds: Set<UnknownKind>; particular: UnknownKind | null }

/** Which facts a message asks for by the sentences that we were taught. */
export function askedFacts(text: string, { askedFact, search }: World): AskedFacts {
  const shares = softmax(told('asked-fact', text, search, askedFact, features(search.analyse(text))))
  const shareOf = (label: string): number => shares[askedFact.labels.indexOf(label)] ?? 0
  const asked = 1 - shareOf('none')
  if (asked < some) return { kinds: new Set(), particular: null }
  const enough = (kind: UnknownKind): number =>
    kind !== 'documents' && asked >= surely ? likely : (sure[kind] ?? likely)
  const kinds = new Set(unknownKinds.filter((kind) => shareOf(kind) >= enough(kind)))
  if (kinds.size > 0) return { kinds, particular: null }
  const likeliest = unknownKinds.reduce((best, kind) => (shareOf(kind) > shareOf(best) ? kind : best))
  const isDetail = shareOf(detail) >= likely || shareOf(detail) > shareOf(likeliest)
  if (shareOf(detail) < likely && asked < surely) return { kinds, particular: null }
  return { kinds: new Set([likeliest]), particular: isDetail ? likeliest : null }
}
