import { mark, maskPersonalData } from '../../core/personal-data.ts'
import type { Turn } from '../turn-state.ts'
import type { World } from '../world.ts'

/** Nothing after this step, and nothing outside, sees personal data of the citizen. */
export function hidePersonalData(turn: Turn, { catalogue }: World): Turn {
  const { text, found } = maskPersonalData(turn.text, catalogue.publicNumbers)
  const hidden = text.includes(mark)
  const left = text.replaceAll(mark, '').replace(/[^\p{L}\p{N}]/gu, '')
  const decision = hidden && left.length < 8 ? { outcome: 'refused.personal-data' as const, targets: [] } : null
  // A conversation masks at its border already; the mark that it left is all we see of it.
  return { ...turn, text, personalData: hidden && found.length === 0 ? ['hidden'] : found, decision }
}
