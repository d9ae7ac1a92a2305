import { features } from '../../search/linear/features.ts'
import { score, softmax } from '../../search/linear/model.ts'
import type { Turn } from '../turn-state.ts'
import type { World } from '../world.ts'

/** Share of all crisis kinds together from which a message counts as a crisis: missing one is worse than asking once too often. */
const alarm = 0.5

/** Danger comes before everything else: a message that speaks of it gets the fixed reply. */
export function findCrisis(turn: Turn, { crisis, search, catalogue }: World): Turn {
  const shares = softmax([...score(crisis, features(search.analyse(turn.text)))])
  const kinds = crisis.labels
    .map((label, at) => ({ label, share: shares[at] ?? 0 }))
    .filter(({ label }) => label !== 'none' && catalogue.crisis.some(({ id }) => id === label))
    .sort((a, b) => b.share - a.share)
  const total = kinds.reduce((sum, { share }) => sum + share, 0)
  const [worst] = kinds
  if (!worst || total < alarm) return turn
  return { ...turn, decision: { outcome: 'crisis', targets: [], subject: worst.label } }
}
